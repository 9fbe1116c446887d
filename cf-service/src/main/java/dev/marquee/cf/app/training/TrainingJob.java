package dev.marquee.cf.app.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A training, running or ended, as it was at one moment.
 *
 * @param note what is worth telling of its course; {@code null} where nothing is
 */
public record TrainingJob(long id, TrainingSpec spec, Instant startedAt, Progress progress, Place place,
        @Nullable String note,
        Outcome outcome) {

    public TrainingState state() {
        return outcome.state();
    }

    public boolean running() {
        return state() == TrainingState.RUNNING;
    }
}
