package dev.marquee.cf.ratings;

/**
 * A movie among the popular ones.
 *
 * @param ratings how many ratings it has
 * @param mean their plain mean
 * @param score what it is ranked by, see {@link PopularBy}; 0 or more
 */
public record PopularMovie(long movieId, long ratings, double mean, double score) {}
