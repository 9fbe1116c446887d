package dev.marquee.cf.app.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * The states of a training; only {@code running} can change.
 */
public enum TrainingState {
    @JsonProperty("running")
    RUNNING, @JsonProperty("completed")
    COMPLETED, @JsonProperty("failed")
    FAILED, @JsonProperty("cancelled")
    CANCELLED, @JsonProperty("interrupted")
    INTERRUPTED;

    /** The word in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TrainingState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
