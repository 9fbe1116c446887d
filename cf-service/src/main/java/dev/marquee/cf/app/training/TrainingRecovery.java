package dev.marquee.cf.app.training;

import dev.marquee.common.error.CorruptData;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.jobs.JobLock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Goes on with a training whose service has ended: at the start, and now and then, for other replicas that end. A
 * training that is called running while nobody holds the trainings' lock is one; so is one that lost the lock with its
 * connection to the database, and ended for that. Thread-safe.
 */
@Singleton
class TrainingRecovery {
    private static final Logger LOG = Logger.getLogger(TrainingRecovery.class);
    private static final int LOOK_SECONDS = 30;
    /** A training that ends the service again and again, such as by want of memory, must not do so for ever. */
    private static final int MOST_ATTEMPTS = 3;

    private final TrainingTable table;
    private final CheckpointTable checkpoints;
    private final TrainingExecutor executor;
    private final DataSource database;
    private final ReplicaConfig replica;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("training-recovery").daemon(true).factory());

    TrainingRecovery(TrainingTable table, CheckpointTable checkpoints, TrainingExecutor executor,
            DataSource database, ReplicaConfig replica) {
        this.table = table;
        this.checkpoints = checkpoints;
        this.executor = executor;
        this.database = database;
        this.replica = replica;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // look says itself what went wrong
    void start(@Observes StartupEvent event) {
        look();
        looks.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        looks.shutdownNow();
    }

    /** Goes on with an interrupted training, if there is one, no replica does so already, and this one may. */
    void look() {
        if (!replica.trains()) {
            return;
        }
        try {
            // Without a look first, the lock would now and then be taken from someone who is about to start a training.
            if (table.running().isPresent()) {
                JobLock.tryAcquire(database, TrainingService.LOCK).ifPresent(this::recover);
            }
        } catch (RuntimeException e) {
            LOG.warnf("Could not look for interrupted trainings; the next look is in %d s: %s", LOOK_SECONDS, e);
        }
    }

    /**
     * Goes on with the training that is called running, if any, or says why not.
     *
     * @param lock is closed, here or at the training's end
     * @return the training that goes on
     */
    Optional<TrainingJob> recover(JobLock lock) {
        Optional<TrainingJob> resumed = Optional.empty();
        try {
            resumed = table.dead().flatMap(dead -> resume(lock, dead));
            return resumed;
        } finally {
            if (resumed.isEmpty()) {
                lock.close();
            }
        }
    }

    private Optional<TrainingJob> resume(JobLock lock, TrainingTable.Dead dead) {
        TrainingJob job = dead.job();
        return plan(dead).flatMap(plan -> table.takeOver(dead.claim()).map(claim -> {
            LOG.infof("Training %d was interrupted; it goes on", job.id());
            executor.launch(lock, plan, job, claim, this::look);
            return job;
        }));
    }

    /** @return empty if it cannot go on; then it has ended */
    private Optional<TrainingPlan> plan(TrainingTable.Dead dead) {
        if (dead.cancelRequested()) {
            return end(dead, TrainingEnd.CANCELLED);
        }
        try {
            int attempts = checkpoints.countAttempt(dead.job().id());
            if (attempts == 0) {
                return end(dead, TrainingEnd.interrupted("The service ended, or lost its connection to the database,"
                        + " during this training; the active model is as it was. Start it again."));
            }
            if (attempts > MOST_ATTEMPTS) {
                return end(dead, TrainingEnd.interrupted("The service ended, or lost its connection to the database, "
                        + attempts + " times during this training without a new checkpoint; perhaps it needs more"
                        + " memory. The active model is as it was."));
            }
            return Optional.of(TrainingPlan.again(dead.job().spec()));
        } catch (InvalidRequest | CorruptData e) {
            return end(dead, TrainingEnd.interrupted("The service ended during this training, and this one knows other"
                    + " algorithms, roles or options (" + e.getMessage() + "). Start it again."));
        }
    }

    private Optional<TrainingPlan> end(TrainingTable.Dead dead, TrainingEnd end) {
        table.finish(dead.claim(), dead.job().progress(), end);
        checkpoints.delete(dead.job().id());
        LOG.warnf("Training %d is %s: %s", dead.job().id(), end.word(), end.error());
        return Optional.empty();
    }
}
