package dev.marquee.cf.app.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a training.
 *
 * @param state {@code RUNNING}: nothing yet
 * @param modelId the model that came of it
 * @param error why it ended without one
 * @param endedAt {@code null} of one that runs
 */
public record Outcome(TrainingState state, @Nullable Long modelId, @Nullable String error,
        @Nullable Instant endedAt) {
    static final Outcome NONE_YET = new Outcome(TrainingState.RUNNING, null, null, null);
}
