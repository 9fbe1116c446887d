package dev.marquee.cf.ratings;

/**
 * A movie with its damped mean: as if it had a number of extra ordinary ratings.
 *
 * @param ratings how many ratings it has
 * @param mean their plain mean
 * @param dampedMean what it is ranked by
 */
public record PopularMovie(long movieId, long ratings, double mean, double dampedMean) {}
