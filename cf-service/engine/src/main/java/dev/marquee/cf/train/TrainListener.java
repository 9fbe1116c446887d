package dev.marquee.cf.train;

/**
 * Watches a training and may stop it. Called from the thread that trains; {@link #cancelled} from its workers too, so it
 * must be thread-safe and quick.
 */
public interface TrainListener {
    /** Watches nothing. */
    TrainListener NONE = progress -> {};

    /** Called once, before the training begins, by {@link Estimator#train}. */
    default void runsOn(Placement placement) {}

    /** Called after each epoch. */
    void progress(TrainProgress progress);

    /** Whether to stop; asked several times a second. */
    default boolean cancelled() {
        return false;
    }

    /** Where the training keeps its running state; asked once, at its start. */
    default Checkpoints checkpoints() {
        return Checkpoints.NONE;
    }
}
