package dev.marquee.cf.app.training;

import dev.marquee.cf.app.training.TrainingJob.Progress;
import dev.marquee.cf.train.Placement;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainProgress;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Watches one running training: tells those who follow it of each epoch, stores its progress about each second, and hears of
 * a wish to cancel, from this replica at once, from another within a second. A training whose lock is lost, or that somebody
 * else runs meanwhile, is made to end too. Thread-safe.
 */
final class TrainingWatch implements TrainListener, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TrainingWatch.class);
    private static final long TICK_MILLIS = 900;

    private final Claim claim;
    private final BooleanSupplier lockHeld;
    private final TrainingTable table;
    private final TrainingFeed feed;
    private final boolean refits;
    private final long start;
    /** Two, so that a database that is slow to store progress does not keep the loss of the lock from being noticed. */
    private final ScheduledExecutorService ticker = Executors.newScheduledThreadPool(2,
            Thread.ofPlatform().name("training-progress").daemon(true).factory());
    private volatile boolean cancelled;
    private volatile String loss;
    private volatile Progress last;
    private volatile Placement engine;

    /**
     * @param job as it stands; one that is resumed has run for some time already
     * @param lockHeld asks for the trainings' lock; false: it is lost
     */
    TrainingWatch(TrainingJob job, Claim claim, BooleanSupplier lockHeld, TrainingTable table, boolean refits) {
        this.claim = claim;
        this.lockHeld = lockHeld;
        this.table = table;
        this.feed = new TrainingFeed(job);
        this.refits = refits;
        this.start = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(job.elapsedMillis());
        this.last = Progress.of(job);
        ticker.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        ticker.scheduleWithFixedDelay(this::holdsLock, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    long id() {
        return claim.id();
    }

    Claim claim() {
        return claim;
    }

    /** Why nothing more of this training may be stored; {@code null} as long as it may. */
    String loss() {
        return loss;
    }

    /** Makes it end without storing anything more. */
    void lose(String why) {
        loss = why;
        cancel();
    }

    TrainingFeed feed() {
        return feed;
    }

    /** How far it has come, now. */
    Progress last() {
        Progress now = last;
        return now.at(now.phase(), now.epoch(), elapsed(), now.remainingMillis());
    }

    void cancel() {
        cancelled = true;
    }

    /** Whether it is in a phase that has epochs. */
    boolean inEpochs() {
        return last.phase().equals(TrainingRun.TRAINING) || last.phase().equals(TrainingRun.REFITTING);
    }

    /** Tells, and keeps, what is worth telling of the training's course. */
    void note(String text) {
        feed.publish(feed.current().withNote(text));
        table.note(claim, text);
    }

    /** As {@link #note}, beside what was told before. */
    void addNote(String text) {
        String before = feed.current().note();
        note(before == null ? text : before + " " + text);
    }

    /** Tells, and keeps, where it runs; again only where that changes, as it may for the second phase. */
    @Override
    public void runsOn(Placement where) {
        if (!where.equals(engine)) {
            engine = where;
            LOG.infof("Training %d runs on %s: %s", id(), where.device(), where.reason());
            feed.publish(feed.current().on(where));
            table.engine(claim, where);
        }
    }

    /** Where it runs; {@code null} before that is known. */
    Placement engine() {
        return engine;
    }

    /**
     * Begins a phase.
     *
     * @throws CancellationException if the training is to stop
     */
    void phase(String name) {
        checkCancelled();
        Progress now = last;
        boolean anew = name.equals(TrainingRun.REFITTING);
        tell(now.at(name, anew ? 0 : now.epoch(), elapsed(), null));
    }

    @Override
    public void progress(TrainProgress epoch) {
        String phase = last.phase();
        long left = epoch.remaining().toMillis();
        // The refit takes as long as the first pass, up to the epoch that was best; that is not known yet.
        long refit = refits && !phase.equals(TrainingRun.REFITTING) ? epoch.elapsed().toMillis() + left : 0;
        Double validation = Double.isNaN(epoch.validation()) ? last.validationValue() : (Double) epoch.validation();
        tell(new Progress(phase, epoch.epoch(), epoch.epochs(), epoch.trainMetric().id(), epoch.train(),
                epoch.validationMetric().id(), validation, elapsed(), left + refit));
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    private void tell(Progress progress) {
        last = progress;
        feed.publish(feed.current().with(progress));
    }

    private long elapsed() {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /**
     * Before something is stored that others see.
     *
     * @throws TrainingLost if the lock is not held any more
     */
    void requireLock() {
        if (!holdsLock()) {
            throw new TrainingLost(loss);
        }
    }

    private void tick() {
        try {
            cancelled |= table.progress(claim, last());
        } catch (TrainingLost e) {
            lose(e.getMessage());
        } catch (RuntimeException e) {
            LOG.warnf("The progress of training %d could not be stored; the next second will try again: %s", id(), e);
        }
    }

    /** Asks whether the lock is still held; if not, the training is lost. Blocks. */
    boolean holdsLock() {
        if (loss == null && !lockHeld.getAsBoolean()) {
            lose("The trainings' lock was lost with its connection to the database");
        }
        return loss == null;
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }
}
