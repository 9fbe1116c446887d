package dev.marquee.cf.app.training;

import java.util.Locale;

/**
 * The states of a training; only {@code RUNNING} can change.
 */
public enum TrainingState {
    RUNNING, COMPLETED, FAILED, CANCELLED, INTERRUPTED;

    /** The word in the database and in logs. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TrainingState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
