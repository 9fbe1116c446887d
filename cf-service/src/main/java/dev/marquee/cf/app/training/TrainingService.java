package dev.marquee.cf.app.training;

import dev.marquee.cf.ratings.RatingStore;
import dev.marquee.common.error.Conflict;
import dev.marquee.common.error.ModelNotReady;
import dev.marquee.common.error.UnknownId;
import dev.marquee.common.jobs.JobLock;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Runs trainings in the background, one at a time over all replicas. Its methods block on the database; call them from
 * worker threads. Thread-safe.
 */
@Singleton
public class TrainingService {
    static final String LOCK = "training";
    private static final long HANDOVER_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long HANDOVER_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final RatingStore ratings;
    private final TrainingPlanner planner;
    private final TrainingExecutor executor;
    private final TrainingRecovery recovery;
    private final TrainingTable table;
    private final DataSource database;
    private final ReplicaConfig replica;

    TrainingService(RatingStore ratings, TrainingPlanner planner, TrainingExecutor executor, TrainingRecovery recovery,
            TrainingTable table, DataSource database, ReplicaConfig replica) {
        this.ratings = ratings;
        this.planner = planner;
        this.executor = executor;
        this.recovery = recovery;
        this.table = table;
        this.database = database;
        this.replica = replica;
    }

    /**
     * @return the running job
     * @throws dev.marquee.common.error.InvalidRequest naming the option that cannot be honoured
     * @throws Conflict if a training is running, with its id
     * @throws ModelNotReady if there are no ratings, or this replica does not train
     */
    public TrainingJob start(TrainingRequest request) {
        if (!replica.trains()) {
            throw new ModelNotReady("This replica answers requests and does not train (marquee.replica.trains=false)."
                    + " Ask the one that does.");
        }
        TrainingPlan plan = planner.plan(request);
        requireRatings();
        // An interrupted one goes first: it is called running, and the caller is told which it is.
        recovery.look();
        JobLock lock = lock();
        try {
            TrainingJob job = table.insert(plan.spec());
            executor.launch(lock, plan, job, Claim.first(job.id()), recovery::look);
            return job;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** A training that has ended holds the lock for a moment longer: whoever saw its end may start the next one. */
    private JobLock lock() {
        long giveUp = System.nanoTime() + HANDOVER_NANOS;
        while (true) {
            Optional<JobLock> lock = JobLock.tryAcquire(database, LOCK);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (table.running().isPresent() || System.nanoTime() > giveUp) {
                throw alreadyRunning();
            }
            LockSupport.parkNanos(HANDOVER_POLL_NANOS);
        }
    }

    private void requireRatings() {
        if (ratings.isEmpty()) {
            throw new ModelNotReady("There are no ratings to train on. Import a data folder first:"
                    + " POST /api/v1/imports {\"path\": \"…\"}.");
        }
    }

    private Conflict alreadyRunning() {
        String id = table.running().map(job -> Long.toString(job.id())).orElse("unknown");
        return new Conflict("Training " + id + " is running. Wait for its end, or cancel it: DELETE /api/v1/trainings/"
                + id + ".", id);
    }

    /**
     * Asks a training to stop; it does so within a second. One that has ended stays as it is.
     *
     * @throws UnknownId where there is none
     */
    public TrainingJob cancel(long id) {
        if (table.requestCancel(id)) {
            executor.watch(id).ifPresentOrElse(TrainingWatch::cancel, recovery::look);
        }
        return get(id);
    }

    /**
     * @throws UnknownId where there is none
     */
    public TrainingJob get(long id) {
        return live(id).map(TrainingFeed::current).filter(TrainingJob::running)
                .or(() -> table.find(id)).orElseThrow(() -> new UnknownId("training", id));
    }

    /** Newest first. */
    public List<TrainingJob> list(int page, int size) {
        return table.latest(page, size);
    }

    public long count() {
        return table.count();
    }

    /** What is told of a training that this replica runs, or ran last. */
    Optional<TrainingFeed> live(long id) {
        return executor.watch(id).map(TrainingWatch::feed);
    }
}
