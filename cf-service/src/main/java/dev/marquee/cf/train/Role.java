package dev.marquee.cf.train;

import java.util.Locale;

/**
 * What a model is for.
 */
public enum Role {
    /** Predicts stars. */
    RATING,
    /** Orders lists. */
    RANKING;

    /** The name in requests and answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
