package dev.marquee.cf.app.training;

import dev.marquee.cf.train.Engine;
import dev.marquee.common.error.RecommenderException;
import dev.marquee.common.jobs.JobLock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The thread that trains, and how a training ends. Thread-safe; its callers hold the trainings' lock when they launch one.
 */
@Singleton
class TrainingExecutor {
    private static final Logger LOG = Logger.getLogger(TrainingExecutor.class);
    /** How long a service that is stopped waits for the end of the epoch, so that nothing of it is lost. */
    private static final int SAVE_SECONDS = 5;
    private static final int STOP_SECONDS = 5;

    private final TrainingRun run;
    private final TrainingTable table;
    private final CheckpointTable checkpoints;
    private final TrainingConfig config;
    private final MeterRegistry metrics;
    private final ExecutorService worker = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("training").daemon(true).factory());
    private volatile Current current;
    private volatile boolean stopping;

    /** What the thread works on, or did last. */
    private record Current(TrainingPlan plan, TrainingWatch watch, TrainingCheckpoints kept) {}

    /** How a training ended. */
    private record End(TrainingState state, Long modelId, String error) {}

    TrainingExecutor(TrainingRun run, TrainingTable table, CheckpointTable checkpoints, TrainingConfig config,
            MeterRegistry metrics) {
        this.run = run;
        this.table = table;
        this.checkpoints = checkpoints;
        this.config = config;
        this.metrics = metrics;
    }

    /**
     * Trains in the background.
     *
     * @param lock the trainings' lock, which is closed at the end
     * @param job as it stands in the table
     */
    void launch(JobLock lock, TrainingPlan plan, TrainingJob job) {
        TrainingWatch watch = new TrainingWatch(job, table, plan.refit());
        Current launched = new Current(plan, watch,
                new TrainingCheckpoints(checkpoints, watch, config.checkpointEvery()));
        current = launched;
        worker.execute(() -> {
            try (lock; watch) {
                work(launched);
            }
        });
    }

    /** What is told of a training that this replica runs, or ran last. */
    Optional<TrainingWatch> watch(long id) {
        Current known = current;
        return known != null && known.watch().id() == id ? Optional.of(known.watch()) : Optional.empty();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        worker.shutdown();
        Current running = current;
        if (running == null) {
            return;
        }
        if (running.watch().inEpochs()) {
            running.kept().endSoon();
            worker.awaitTermination(SAVE_SECONDS, TimeUnit.SECONDS);
        }
        running.watch().cancel();
        if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }

    private void work(Current job) {
        LOG.infof("Training %d starts: %s %s", job.watch().id(), job.plan().algorithm(), job.plan().describedOptions());
        Timer.Sample time = Timer.start(metrics);
        End end = train(job);
        job.watch().close();
        if (stopping && end.state() == TrainingState.INTERRUPTED
                && checkpoints.find(job.watch().id()).isPresent()) {
            // It stays what the table calls running, and the next start goes on with it.
            checkpoints.forgiveAttempts(job.watch().id());
            LOG.infof("Training %d has left a checkpoint and will be resumed", job.watch().id());
            return;
        }
        end(job, end);
        Engine engine = job.watch().engine();
        if (engine != null) {
            metrics.counter("marquee.training.devices", "algorithm", job.plan().algorithm(), "kind", engine.kind(),
                    "device", engine.device(), "reason", engine.reason()).increment();
        }
        time.stop(Timer.builder("marquee.training").description("Trainings by how they ended")
                .tag("algorithm", job.plan().algorithm()).tag("state", end.state().word()).register(metrics));
    }

    private End train(Current job) {
        try {
            return new End(TrainingState.COMPLETED, run.train(job.plan(), job.watch(), job.kept()), null);
        } catch (CancellationException e) {
            return stopping
                    ? new End(TrainingState.INTERRUPTED, null,
                            "The service was stopped during this training. Start it again.")
                    : new End(TrainingState.CANCELLED, null, "It was cancelled.");
        } catch (RecommenderException e) {
            return new End(TrainingState.FAILED, null, e.getMessage());
        } catch (OutOfMemoryError e) {
            return new End(TrainingState.FAILED, null, "There is not enough memory for this training. Start the service"
                    + " with a larger heap (-Xmx), or train fewer factors.");
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "Training %d failed", job.watch().id());
            return new End(TrainingState.FAILED, null,
                    "Something went wrong that should not. The log has the details: " + e);
        }
    }

    private void end(Current job, End end) {
        TrainingJob.Progress last = job.watch().last();
        metrics.counter("marquee.training.epochs", "algorithm", job.plan().algorithm()).increment(last.epoch());
        TrainingJob ended = table.finish(job.watch().id(), end.state(), last, end.modelId(), end.error());
        checkpoints.delete(job.watch().id());
        job.watch().feed().publish(ended);
        LOG.infof("Training %d is %s after %d ms%s", job.watch().id(), end.state().word(), last.elapsedMillis(),
                end.error() == null ? ", model " + end.modelId() : ": " + end.error());
    }
}
