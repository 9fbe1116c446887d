package dev.marquee.cf.app.recommend;

import java.util.Locale;

/**
 * What a list was put in order by in the end.
 */
public enum Order {
    /** The learnt final score of the ranking model. */
    FINAL,
    /** The model alone. */
    MODEL,
    /** Content alone. */
    CONTENT,
    /** Model and content. */
    BLEND,
    /** What everybody likes. */
    POPULAR;

    /** What answers call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of a list that is as its strategy says. */
    static Order of(Strategy strategy) {
        return switch (strategy) {
            case AUTO, MODEL -> MODEL;
            case CONTENT -> CONTENT;
            case BLEND -> BLEND;
            case POPULAR -> POPULAR;
        };
    }
}
