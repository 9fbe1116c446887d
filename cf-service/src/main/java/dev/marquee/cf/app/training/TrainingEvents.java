package dev.marquee.cf.app.training;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Streams of a training's states, wherever it runs. Never blocks. Thread-safe.
 */
@Singleton
public class TrainingEvents {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final TrainingService trainings;

    TrainingEvents(TrainingService trainings) {
        this.trainings = trainings;
    }

    /**
     * The current state at once, then each later one, and the end with the training's end.
     *
     * @return fails with {@link dev.marquee.common.error.UnknownId} where there is no such training
     */
    public Multi<TrainingJob> of(long id) {
        return Multi.createFrom().deferred(() -> {
            Optional<TrainingFeed> live = trainings.live(id);
            return live.isPresent() ? live.get().watch() : elsewhere(id);
        });
    }

    /** A training that another replica runs, or one that has ended: the table knows. */
    private Multi<TrainingJob> elsewhere(long id) {
        return Uni.createFrom().item(() -> trainings.get(id))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()).repeat().withDelay(POLL)
                .whilst(TrainingJob::running);
    }
}
