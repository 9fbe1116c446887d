package dev.marquee.cf.app.recommend;

import java.util.Locale;

/**
 * Where a list's movies come from.
 */
public enum Strategy {
    /**
     * The best there is: by the final score of the ranking model, else by the model alone, else what everybody likes.
     */
    AUTO,
    /** The rating model alone. */
    MODEL,
    /** Movies whose metadata are like those of the movies that the user likes. */
    CONTENT,
    /** Both, weighed against each other. */
    BLEND,
    /** What everybody likes. */
    POPULAR;

    /** What metrics call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
