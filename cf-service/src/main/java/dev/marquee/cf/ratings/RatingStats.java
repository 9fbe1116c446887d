package dev.marquee.cf.ratings;

/**
 * The ratings as a whole.
 *
 * @param ratings how many
 * @param users with at least one rating
 * @param movies with at least one rating
 * @param knownMovies all movies that are known here
 * @param mean overall mean in stars; 0 without ratings
 */
public record RatingStats(long ratings, long users, long movies, long knownMovies, double mean) {}
