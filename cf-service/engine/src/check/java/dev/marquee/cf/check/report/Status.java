package dev.marquee.cf.check.report;

import java.util.Locale;

/** What became of a part of a stage. */
public enum Status {
    /** Under way; the last word of a part whose process ended with it. */
    BEGUN,
    /** As it should be. */
    PASSED,
    /** Not as it should be, or ended with an error. */
    FAILED,
    /** Not tried; the words say why. */
    SKIPPED,
    /** Ran into its time limit, or its process crashed. */
    UNFINISHED;

    /** Whether the whole check has failed with it. */
    public boolean bad() {
        return this == FAILED || this == UNFINISHED;
    }

    /** How it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Status of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
