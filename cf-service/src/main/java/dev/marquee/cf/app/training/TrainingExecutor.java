package dev.marquee.cf.app.training;

import dev.marquee.cf.train.Placement;
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
    private record End(TrainingState state, Long modelId, String error) {
        /** Not at all, here: the lock was lost, or somebody else runs it now. */
        static final End LOST = new End(TrainingState.RUNNING, null, null);

        String word() {
            return equals(LOST) ? "lost" : state.word();
        }
    }

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
     * @param afterLoss what is to be done, without the lock, if it was lost and the training ended here for that
     */
    void launch(JobLock lock, TrainingPlan plan, TrainingJob job, Claim claim, Runnable afterLoss) {
        TrainingWatch watch = new TrainingWatch(job, claim, lock::isHeld, table, plan.refit());
        Current launched = new Current(plan, watch,
                new TrainingCheckpoints(checkpoints, watch, config.checkpointEvery()));
        current = launched;
        worker.execute(() -> {
            boolean here = false;
            try (lock; watch) {
                here = work(launched);
            } catch (RuntimeException e) {
                watch.lose("Its end could not be stored: " + e);
                lose(launched);
            }
            if (!here) {
                afterLoss.run();
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

    /** @return false if it was lost: it has no end here */
    private boolean work(Current job) {
        LOG.infof("Training %d starts: %s %s", job.watch().id(), job.plan().algorithm(), job.plan().describedOptions());
        Timer.Sample time = Timer.start(metrics);
        End end = train(job);
        job.watch().close();
        measure(time, job, end);
        if (end.equals(End.LOST)) {
            lose(job);
            return false;
        }
        if (stopping && end.state() == TrainingState.INTERRUPTED
                && checkpoints.find(job.watch().id()).isPresent()) {
            // It stays what the table calls running, and the next start goes on with it.
            checkpoints.forgiveAttempts(job.watch().claim());
            LOG.infof("Training %d has left a checkpoint and will be resumed", job.watch().id());
            return true;
        }
        return end(job, end);
    }

    private void measure(Timer.Sample time, Current job, End end) {
        Placement engine = job.watch().engine();
        if (engine != null) {
            metrics.counter("marquee.training.devices", "algorithm", job.plan().algorithm(), "kind", engine.kind())
                    .increment();
        }
        metrics.counter("marquee.training.epochs", "algorithm", job.plan().algorithm())
                .increment(job.watch().last().epoch());
        time.stop(Timer.builder("marquee.training").description("Trainings by how they ended")
                .tag("algorithm", job.plan().algorithm()).tag("state", end.word()).register(metrics));
    }

    /** What the table says of it is for those who hold the lock now. */
    private void lose(Current job) {
        LOG.warnf("Training %d ends here after %d ms, and nothing more of it is stored: %s", job.watch().id(),
                job.watch().last().elapsedMillis(), job.watch().loss());
        if (current == job) {
            current = null;
        }
        job.watch().feed().end();
    }

    private End train(Current job) {
        try {
            return new End(TrainingState.COMPLETED, run.train(job.plan(), job.watch(), job.kept()), null);
        } catch (TrainingLost e) {
            job.watch().lose(e.getMessage());
            return End.LOST;
        } catch (CancellationException e) {
            return job.watch().loss() != null ? End.LOST : ended();
        } catch (RecommenderException e) {
            return new End(TrainingState.FAILED, null, e.getMessage());
        } catch (OutOfMemoryError e) {
            return new End(TrainingState.FAILED, null, "There is not enough memory for this training. Start the service"
                    + " with a larger heap (-Xmx), or train fewer factors.");
        } catch (RuntimeException | Error e) {
            return failed(job, e);
        }
    }

    private End ended() {
        return stopping
                ? new End(TrainingState.INTERRUPTED, null,
                        "The service was stopped during this training. Start it again.")
                : new End(TrainingState.CANCELLED, null, "It was cancelled.");
    }

    /** What fails because the database is away has lost the lock too, whether that was noticed or not. */
    private End failed(Current job, Throwable e) {
        if (!job.watch().holdsLock()) {
            LOG.warnf("Training %d was ended by: %s", job.watch().id(), e);
            return End.LOST;
        }
        LOG.errorf(e, "Training %d failed", job.watch().id());
        return new End(TrainingState.FAILED, null,
                "Something went wrong that should not. The log has the details: " + e);
    }

    /** @return false if it has none here */
    private boolean end(Current job, End end) {
        TrainingJob.Progress last = job.watch().last();
        // With a model it has ended already, in the transaction that stored the model.
        TrainingJob ended = end.state() == TrainingState.COMPLETED
                ? table.find(job.watch().id()).orElseThrow()
                : table.finish(job.watch().claim(), end.state(), last, end.error());
        if (ended.running()) {
            job.watch().lose("Another replica runs it");
            lose(job);
            return false;
        }
        checkpoints.delete(job.watch().id());
        job.watch().feed().publish(ended);
        LOG.infof("Training %d is %s after %d ms%s", ended.id(), ended.state().word(), last.elapsedMillis(),
                ended.error() == null ? ", model " + ended.modelId() : ": " + ended.error());
        return true;
    }
}
