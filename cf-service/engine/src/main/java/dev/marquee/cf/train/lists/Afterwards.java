package dev.marquee.cf.train.lists;

import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainProgress;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.TrainStep;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What comes after the epochs of the ranking model: tells each step, but nothing of what is trained within one, and
 * passes the wish to stop on. Used from the thread that trains, apart from {@link #cancelled}.
 */
final class Afterwards implements TrainListener {
    /** A ranking model, stars and a regression; the first ranking model is done before, and the fit comes at last. */
    private static final int STEPS_A_PART = 3;
    /** As long as the ranking model took, so many times for a part: as seen on MovieLens latest-small and 1M. */
    private static final int USUAL_LENGTH = 2;

    private final TrainListener listener;
    private final Duration before;
    private final long start = System.nanoTime();
    private final int parts;
    private final int steps;
    private int done;
    private @Nullable String note;

    /**
     * @param ranked the ranking model, whose epochs are over
     * @param parts how often tables are made of ratings: of all of them, and of parts
     */
    Afterwards(TrainListener listener, TrainResult ranked, int parts) {
        this.listener = listener;
        this.before = ranked.history().isEmpty() ? Duration.ZERO : ranked.history().getLast().elapsed();
        this.parts = parts;
        this.steps = STEPS_A_PART * parts;
    }

    /** Begins the next step. */
    void next() {
        checkCancelled();
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        Duration remaining = done == 0
                ? before.multipliedBy((long) USUAL_LENGTH * parts)
                : elapsed.multipliedBy(Math.max(0, steps - done)).dividedBy(done);
        listener.step(new TrainStep(done, steps, before.plus(elapsed), remaining));
        done++;
    }

    /** Keeps what was found on the way; once, however often it is found. */
    void note(String found) {
        note = found;
    }

    @Nullable
    String note() {
        return note;
    }

    @Override
    public void progress(TrainProgress progress) {}

    @Override
    public boolean cancelled() {
        return listener.cancelled();
    }
}
