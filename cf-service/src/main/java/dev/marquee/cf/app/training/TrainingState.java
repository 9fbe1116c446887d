package dev.marquee.cf.app.training;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * The states of a training; only {@code running} can change.
 */
public enum TrainingState {
    RUNNING, COMPLETED, FAILED, CANCELLED, INTERRUPTED;

    /** The word in JSON and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TrainingState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
