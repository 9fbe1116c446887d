package dev.marquee.launcher.sample;

/**
 * One generated rating.
 *
 * @param rating 0.5 to 5.0 in half stars
 * @param timestamp seconds since 1970
 */
record SampleRating(long userId, long movieId, double rating, long timestamp) {}
