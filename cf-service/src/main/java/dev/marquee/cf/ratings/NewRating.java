package dev.marquee.cf.ratings;

import java.time.Instant;

/**
 * A rating to be stored in place of what the user said of that movie before.
 *
 * @param rating stars, 0.5 to 5 in halves
 */
public record NewRating(long userId, long movieId, float rating, Instant ratedAt) {}
