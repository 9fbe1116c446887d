package dev.marquee.common.ingest;

/**
 * What an import does about a line that it cannot use.
 */
public enum OnError {
    /** The import ends and changes nothing. */
    FAIL,
    /** The line is left out, counted and listed; the rest is imported. */
    SKIP
}
