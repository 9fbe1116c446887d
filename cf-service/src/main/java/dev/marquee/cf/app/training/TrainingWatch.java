package dev.marquee.cf.app.training;

import dev.marquee.cf.train.Placement;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainProgress;
import dev.marquee.cf.train.TrainStep;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Watches one running training: tells those who follow it of each epoch, stores its progress about each second, and
 * hears of a wish to cancel, from this replica at once, from another within a second. A training whose lock is lost, or
 * that somebody else runs meanwhile, is made to end too. Thread-safe.
 */
final class TrainingWatch implements TrainListener, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TrainingWatch.class);
    private static final long TICK_MILLIS = 900;

    private final Claim claim;
    private final BooleanSupplier lockHeld;
    private final TrainingTable table;
    private final TrainingCourse course;
    /** Two, so that a database that is slow to store progress does not keep the loss of the lock from being noticed. */
    private final ScheduledExecutorService ticker = Executors.newScheduledThreadPool(2,
            Thread.ofPlatform().name("training-progress").daemon(true).factory());
    private volatile boolean cancelled;
    private volatile @Nullable String loss;
    private volatile @Nullable Placement placement;

    /**
     * @param job as it stands; one that is resumed has run for some time already
     * @param lockHeld asks for the trainings' lock; false: it is lost
     */
    @SuppressWarnings("FutureReturnValueIgnored") // both say themselves what went wrong
    TrainingWatch(TrainingJob job, Claim claim, BooleanSupplier lockHeld, TrainingTable table) {
        this.claim = claim;
        this.lockHeld = lockHeld;
        this.table = table;
        this.course = new TrainingCourse(job);
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
    @Nullable
    String loss() {
        return loss;
    }

    /** Makes it end without storing anything more. */
    void lose(String why) {
        loss = why;
        cancel();
    }

    TrainingFeed feed() {
        return course.feed();
    }

    /** How far it has come, now. */
    Progress last() {
        return course.now();
    }

    void cancel() {
        cancelled = true;
    }

    /** Tells, and keeps, what is worth telling of the training's course. */
    void note(String text) {
        table.note(claim, course.note(text));
    }

    /** As {@link #note}, beside what was told before. */
    void addNote(String text) {
        table.note(claim, course.addNote(text));
    }

    /** Tells, and keeps, where it runs; again only where that changes, as it may for the second phase. */
    @Override
    public void runsOn(Placement where) {
        if (!where.equals(placement)) {
            placement = where;
            LOG.infof("Training %d runs on %s: %s", id(), where.device(), where.reason());
            Place place = Place.of(where);
            course.runsOn(place);
            table.place(claim, place);
        }
    }

    /** Where it runs; {@code null} before that is known. */
    @Nullable
    Placement placement() {
        return placement;
    }

    /**
     * Begins a phase.
     *
     * @throws java.util.concurrent.CancellationException if the training is to stop
     */
    void phase(Phase next) {
        checkCancelled();
        course.phase(next);
    }

    @Override
    public void progress(TrainProgress epoch) {
        course.epoch(epoch);
    }

    @Override
    public void step(TrainStep step) {
        course.step(step);
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    /**
     * Before something is stored that others see.
     *
     * @throws TrainingLost if the lock is not held any more
     */
    void requireLock() {
        String why = lossNow();
        if (why != null) {
            throw new TrainingLost(why);
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
        return lossNow() == null;
    }

    /** As {@link #loss}, once it was asked whether the lock is still held. Blocks. */
    private @Nullable String lossNow() {
        if (loss == null && !lockHeld.getAsBoolean()) {
            lose("The trainings' lock was lost with its connection to the database");
        }
        return loss;
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }
}
