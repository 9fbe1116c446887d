package dev.marquee.cf.ingest;

/**
 * Takes ratings one by one as primitives: millions a second without an object each.
 */
@FunctionalInterface
public interface RatingConsumer {
    /**
     * @param userId 1 or more
     * @param movieId 1 or more
     * @param rating 0.5 to 5, in half stars
     * @param epochSeconds seconds since 1970, or 0 where the time is unknown
     */
    void accept(long userId, long movieId, float rating, long epochSeconds);
}
