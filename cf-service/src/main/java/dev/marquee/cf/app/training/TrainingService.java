package dev.marquee.cf.app.training;

import dev.marquee.common.error.Conflict;
import dev.marquee.common.error.ModelNotReady;
import dev.marquee.common.error.RecommenderException;
import dev.marquee.common.error.UnknownId;
import dev.marquee.common.jobs.JobLock;
import dev.marquee.common.postgres.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Runs trainings in the background, one at a time over all replicas. Its methods block on the database; call them from worker
 * threads. Thread-safe.
 */
@Singleton
public class TrainingService {
    private static final Logger LOG = Logger.getLogger(TrainingService.class);
    private static final String LOCK = "training";
    private static final int STOP_SECONDS = 5;

    private final TrainingPlanner planner;
    private final TrainingRun run;
    private final TrainingTable table;
    private final DataSource database;
    private final MeterRegistry metrics;
    private final ExecutorService worker = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("training").daemon(true).factory());
    private volatile TrainingWatch current;
    private volatile boolean stopping;

    TrainingService(TrainingPlanner planner, TrainingRun run, TrainingTable table, DataSource database,
            MeterRegistry metrics) {
        this.planner = planner;
        this.run = run;
        this.table = table;
        this.database = database;
        this.metrics = metrics;
    }

    void markInterrupted(@Observes StartupEvent event) {
        JobLock.tryAcquire(database, LOCK).ifPresent(lock -> {
            try (lock) {
                if (table.markInterrupted() > 0) {
                    LOG.warn("A training was interrupted when the service ended; the active model is as it was");
                }
            }
        });
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        TrainingWatch running = current;
        if (running != null) {
            running.cancel();
        }
        worker.shutdown();
        if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }

    /**
     * @return the running job
     * @throws dev.marquee.common.error.InvalidRequest naming the option that cannot be honoured
     * @throws Conflict if a training is running, with its id
     * @throws ModelNotReady if there are no ratings
     */
    public TrainingJob start(TrainingRequest request) {
        TrainingPlan plan = planner.plan(request);
        requireRatings();
        JobLock lock = JobLock.tryAcquire(database, LOCK).orElseThrow(this::alreadyRunning);
        try {
            table.markInterrupted();
            TrainingJob job = table.insert(plan);
            TrainingWatch watch = new TrainingWatch(job, table, plan.refit());
            current = watch;
            worker.execute(() -> {
                try (lock; watch) {
                    work(plan, watch);
                }
            });
            return job;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void requireRatings() {
        if (Sql.rows(database, row -> row.getLong(1), "select 1 from rater limit 1").isEmpty()) {
            throw new ModelNotReady("There are no ratings to train on. Import a data folder first:"
                    + " POST /api/v1/imports {\"path\": \"…\"}.");
        }
    }

    private Conflict alreadyRunning() {
        String id = table.running().map(job -> Long.toString(job.id())).orElse("unknown");
        return new Conflict("Training " + id + " is running. Wait for its end, or cancel it: DELETE /api/v1/trainings/"
                + id + ".", id);
    }

    private void work(TrainingPlan plan, TrainingWatch watch) {
        LOG.infof("Training %d starts: %s %s", watch.id(), plan.algorithm(), plan.describedOptions());
        Timer.Sample time = Timer.start(metrics);
        TrainingState state = TrainingState.FAILED;
        Long modelId = null;
        String error = null;
        try {
            modelId = run.train(plan, watch);
            state = TrainingState.COMPLETED;
        } catch (CancellationException e) {
            state = stopping ? TrainingState.INTERRUPTED : TrainingState.CANCELLED;
            error = stopping ? "The service was stopped during this training. Start it again." : "It was cancelled.";
        } catch (RecommenderException e) {
            error = e.getMessage();
        } catch (OutOfMemoryError e) {
            error = "There is not enough memory for this training. Start the service with a larger heap (-Xmx), or train"
                    + " fewer factors.";
        } catch (RuntimeException | Error e) {
            error = "Something went wrong that should not. The log has the details: " + e;
            LOG.errorf(e, "Training %d failed", watch.id());
        }
        end(plan, watch, state, modelId, error);
        time.stop(Timer.builder("marquee.training").description("Trainings by how they ended")
                .tag("algorithm", plan.algorithm()).tag("state", state.word()).register(metrics));
    }

    private void end(TrainingPlan plan, TrainingWatch watch, TrainingState state, Long modelId, String error) {
        watch.close();
        TrainingJob.Progress last = watch.last();
        metrics.counter("marquee.training.epochs", "algorithm", plan.algorithm()).increment(last.epoch());
        TrainingJob ended = table.finish(watch.id(), state, last, modelId, error);
        watch.feed().publish(ended);
        LOG.infof("Training %d is %s after %d ms%s", watch.id(), state.word(), last.elapsedMillis(),
                error == null ? ", model " + modelId : ": " + error);
    }

    /**
     * Asks a training to stop; it does so within a second. One that has ended stays as it is.
     *
     * @throws UnknownId where there is none
     */
    public TrainingJob cancel(long id) {
        if (table.requestCancel(id)) {
            TrainingWatch running = current;
            if (running != null && running.id() == id) {
                running.cancel();
            }
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
        TrainingWatch running = current;
        return running != null && running.id() == id ? Optional.of(running.feed()) : Optional.empty();
    }
}
