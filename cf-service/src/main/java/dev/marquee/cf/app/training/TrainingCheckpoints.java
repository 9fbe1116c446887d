package dev.marquee.cf.app.training;

import dev.marquee.cf.app.models.CancellableOutput;
import dev.marquee.cf.app.models.ModelReport;
import dev.marquee.cf.train.Checkpoints;
import dev.marquee.cf.train.Placement;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainProgress;
import dev.marquee.cf.train.TrainStep;
import dev.marquee.common.error.CorruptData;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of one training in the database. It may train twice, first to be judged and then on all ratings; the
 * report of the first phase goes with the checkpoints of the second. Used by the thread that trains, apart from
 * {@link #endSoon}.
 */
final class TrainingCheckpoints implements Checkpoints {
    private static final Logger LOG = Logger.getLogger(TrainingCheckpoints.class);
    /** Saving takes at most about one part in so many of the time, however large the model is. */
    private static final int LEAST_PAUSES = 20;

    private final CheckpointTable table;
    private final TrainingWatch watch;
    private final long everyNanos;
    /** Before it is known, that of nothing: a checkpoint of it fits no training. */
    private String fingerprint = "";
    private CheckpointTable.@Nullable Facts found;
    private @Nullable ModelReport report;
    private long lastNanos = System.nanoTime();
    private long lastTook;
    private volatile boolean ending;

    TrainingCheckpoints(CheckpointTable table, TrainingWatch watch, Duration every) {
        this.table = table;
        this.watch = watch;
        this.everyNanos = every.toNanos();
    }

    /**
     * Looks for a checkpoint of an earlier start.
     *
     * @param wanted of everything that decides the model; a checkpoint of something else is told of and left alone
     * @return the report of the first phase, where the second was interrupted
     */
    Optional<ModelReport> open(String wanted) {
        fingerprint = wanted;
        try {
            found = table.find(watch.id()).orElse(null);
        } catch (CorruptData e) {
            begunAgain(e.getMessage());
        }
        if (found != null && !found.fingerprint().equals(wanted)) {
            begunAgain("The ratings have changed since its checkpoint.");
        }
        return found == null ? Optional.empty() : Optional.ofNullable(found.report());
    }

    /** What the trainer is given: the watch, and these checkpoints. */
    TrainListener listener() {
        return new TrainListener() {
            @Override
            public void runsOn(Placement engine) {
                watch.runsOn(engine);
            }

            @Override
            public void progress(TrainProgress progress) {
                watch.progress(progress);
            }

            @Override
            public void step(TrainStep step) {
                watch.step(step);
            }

            @Override
            public boolean cancelled() {
                return watch.cancelled();
            }

            @Override
            public Checkpoints checkpoints() {
                return TrainingCheckpoints.this;
            }
        };
    }

    /** The first phase is through; checkpoints are now those of the second. */
    void secondPhase(ModelReport ofFirst) {
        report = ofFirst;
        if (found == null || found.report() == null) {
            found = null;
            store(0, null);
        }
    }

    /**
     * After {@link CorruptData}: leaves the checkpoint alone.
     *
     * @return false if none was used, so the error has another reason
     */
    boolean withoutDamaged(CorruptData error) {
        if (found == null) {
            return false;
        }
        begunAgain(error.getMessage());
        return true;
    }

    private void begunAgain(String why) {
        found = null;
        LOG.warnf("Training %d cannot go on from its checkpoint and begins again: %s", watch.id(), why);
        watch.note("Begun again after an interruption. " + why);
    }

    @Override
    public void resume(Reader reader) {
        if (found != null && found.epoch() > 0 && (found.report() == null) == (report == null)) {
            table.read(watch.id(), reader);
            LOG.infof("Training %d is resumed from epoch %d", watch.id(), found.epoch());
            watch.note("Resumed from epoch " + found.epoch() + " after an interruption.");
        }
    }

    /** The service is about to stop: save after this epoch, and end. */
    void endSoon() {
        ending = true;
    }

    @Override
    public boolean due() {
        return ending || everyNanos == 0
                || System.nanoTime() - lastNanos >= Math.max(everyNanos, LEAST_PAUSES * lastTook);
    }

    @Override
    public void save(int epoch, Writer writer) {
        store(epoch, out -> writer.writeTo(new CancellableOutput(out, watch::checkCancelled)));
    }

    private void store(int epoch, @Nullable Writer writer) {
        long start = System.nanoTime();
        try {
            watch.requireLock();
            table.save(watch.claim(), new CheckpointTable.Facts(epoch, fingerprint, report), writer);
            LOG.debugf("Training %d has a checkpoint after epoch %d", watch.id(), epoch);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warnf("The checkpoint of training %d could not be stored; the one before stays: %s", watch.id(), e);
        }
        lastNanos = System.nanoTime();
        lastTook = lastNanos - start;
        if (ending) {
            watch.cancel();
        }
    }
}
