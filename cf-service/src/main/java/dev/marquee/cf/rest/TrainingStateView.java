package dev.marquee.cf.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marquee.cf.app.training.TrainingState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The states of a training.
 */
@Schema(name = "TrainingState")
public enum TrainingStateView {
    @JsonProperty("running")
    RUNNING, @JsonProperty("completed")
    COMPLETED, @JsonProperty("failed")
    FAILED, @JsonProperty("cancelled")
    CANCELLED, @JsonProperty("interrupted")
    INTERRUPTED;

    static TrainingStateView of(TrainingState state) {
        return valueOf(state.name());
    }
}
