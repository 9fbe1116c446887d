package dev.marquee.cf.app.recommend;

import org.jspecify.annotations.Nullable;

/**
 * Why a movie is in a list. A share is how much of the score it explains, 0 to 1.
 */
public sealed interface Reason {

    /**
     * The model finds it like a movie that the user rated.
     *
     * @param title of the rated movie; {@code null} where it is not known
     */
    record Rated(long movieId, @Nullable String title, float rating, double share) implements Reason {}

    /**
     * Its metadata are like those of a movie that the user rated.
     *
     * @param title of the rated movie; {@code null} where it is not known
     * @param rating what the user gave it; {@code null} where that is not known
     */
    record Similar(long movieId, @Nullable String title, @Nullable Float rating, double share) implements Reason {}

    /**
     * It shares a feature with movies that the user likes.
     *
     * @param kind such as {@code genre}
     */
    record Shared(String kind, String value, double share) implements Reason {}

    /** Its metadata are like those of movies that the user likes; nobody can say more. */
    record Content() implements Reason {}

    /**
     * Many people like it.
     *
     * @param mean in stars; {@code null} where it was not counted
     */
    record Popular(long ratings, @Nullable Double mean) implements Reason {}

    /** The model ranks it high, and none of the user's ratings says why in particular. */
    record Ranked(int ratings) implements Reason {}
}
