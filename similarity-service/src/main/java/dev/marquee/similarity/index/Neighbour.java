package dev.marquee.similarity.index;

/**
 * A movie that is like another.
 *
 * @param score cosine, above 0 and at most 1 up to rounding
 */
public record Neighbour(long movieId, float score) {}
