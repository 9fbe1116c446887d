package dev.marquee.cf.app.training;

import org.jspecify.annotations.Nullable;

/**
 * How a training ended where it ran.
 *
 * @param error why there is no model of it
 */
record TrainingEnd(TrainingState state, @Nullable String error) {
    static final TrainingEnd COMPLETED = new TrainingEnd(TrainingState.COMPLETED, null);
    static final TrainingEnd CANCELLED = new TrainingEnd(TrainingState.CANCELLED, "It was cancelled.");
    static final TrainingEnd STOPPED = new TrainingEnd(TrainingState.INTERRUPTED,
            "The service was stopped during this training. Start it again.");
    /** Not at all, here: the lock was lost, or somebody else runs it now. */
    static final TrainingEnd LOST = new TrainingEnd(TrainingState.RUNNING, null);

    static TrainingEnd failed(String why) {
        return new TrainingEnd(TrainingState.FAILED, why);
    }

    static TrainingEnd interrupted(String why) {
        return new TrainingEnd(TrainingState.INTERRUPTED, why);
    }

    String word() {
        return equals(LOST) ? "lost" : state.word();
    }
}
