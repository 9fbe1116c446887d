package dev.marquee.cf.app.feedback;

import java.time.Instant;

/**
 * One of many ratings as it was sent; anything may be missing or wrong.
 *
 * @param ratedAt {@code null}: now
 */
public record SentRating(Long userId, Long movieId, Double rating, Instant ratedAt) {}
