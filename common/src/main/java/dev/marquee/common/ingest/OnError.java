package dev.marquee.common.ingest;

import java.util.Locale;

/**
 * What an import does about a line that it cannot use.
 */
public enum OnError {
    /** The import ends and changes nothing. */
    FAIL,
    /** The line is left out, counted and listed; the rest is imported. */
    SKIP;

    /** How it is written in options and requests. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
