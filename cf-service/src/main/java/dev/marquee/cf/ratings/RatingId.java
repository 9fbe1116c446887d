package dev.marquee.cf.ratings;

import java.io.Serializable;

/**
 * The key of a rating: who rated what.
 */
public record RatingId(long userId, long movieId) implements Serializable {}
