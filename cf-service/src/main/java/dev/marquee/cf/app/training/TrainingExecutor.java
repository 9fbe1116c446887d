package dev.marquee.cf.app.training;

import dev.marquee.cf.train.Placement;
import dev.marquee.common.jobs.JobLock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The thread that trains, and how a training ends. Thread-safe; its callers hold the trainings' lock when they launch
 * one.
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
    /** What the thread works on, or did last; {@code null} before the first, and after one that was lost. */
    private volatile @Nullable TrainingWork current;
    private volatile boolean stopping;

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
        TrainingWatch watch = new TrainingWatch(job, claim, lock::isHeld, table);
        TrainingWork launched = new TrainingWork(plan, watch,
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
        TrainingWork known = current;
        return known != null && known.watch().id() == id ? Optional.of(known.watch()) : Optional.empty();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        worker.shutdown();
        TrainingWork running = current;
        if (running == null) {
            return;
        }
        if (running.inEpochs()) {
            running.kept().endSoon();
            worker.awaitTermination(SAVE_SECONDS, TimeUnit.SECONDS);
        }
        running.watch().cancel();
        if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }

    /** @return false if it was lost: it has no end here */
    private boolean work(TrainingWork job) {
        LOG.infof("Training %d starts: %s %s", job.watch().id(), job.plan().spec().algorithm(),
                job.plan().spec().options());
        Timer.Sample time = Timer.start(metrics);
        TrainingEnd end = job.train(run, () -> stopping);
        job.watch().close();
        measure(time, job, end);
        if (end.equals(TrainingEnd.LOST)) {
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

    private void measure(Timer.Sample time, TrainingWork job, TrainingEnd end) {
        String algorithm = job.plan().spec().algorithm();
        Placement placement = job.watch().placement();
        if (placement != null) {
            metrics.counter("marquee.training.devices", "algorithm", algorithm, "kind", placement.kind()).increment();
        }
        metrics.counter("marquee.training.epochs", "algorithm", algorithm).increment(job.watch().last().epoch());
        time.stop(Timer.builder("marquee.training").description("Trainings by how they ended")
                .tag("algorithm", algorithm).tag("state", end.word()).register(metrics));
    }

    /** What the table says of it is for those who hold the lock now. */
    @SuppressWarnings("ReferenceEquality") // the same one, not an equal one
    private void lose(TrainingWork job) {
        LOG.warnf("Training %d ends here after %d ms, and nothing more of it is stored: %s", job.watch().id(),
                job.watch().last().elapsedMillis(), job.watch().loss());
        if (current == job) {
            current = null;
        }
        job.watch().feed().end();
    }

    /** @return false if it has none here */
    private boolean end(TrainingWork job, TrainingEnd end) {
        Progress last = job.watch().last();
        // With a model it has ended already, in the transaction that stored the model.
        TrainingJob ended = end.state() == TrainingState.COMPLETED
                ? table.find(job.watch().id()).orElseThrow()
                : table.finish(job.watch().claim(), last, end);
        if (ended.running()) {
            job.watch().lose("Another replica runs it");
            lose(job);
            return false;
        }
        checkpoints.delete(job.watch().id());
        job.watch().feed().publish(ended);
        LOG.infof("Training %d is %s after %d ms%s", ended.id(), ended.state().word(), last.elapsedMillis(),
                ended.outcome().error() == null
                        ? ", model " + ended.outcome().modelId()
                        : ": " + ended.outcome().error());
        return true;
    }
}
