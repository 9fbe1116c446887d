package dev.marquee.cf.app.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of many ratings as it was sent; anything may be missing or wrong.
 *
 * @param ratedAt {@code null}: now
 */
public record SentRating(@Nullable Long userId, @Nullable Long movieId, @Nullable Double rating,
        @Nullable Instant ratedAt) {}
