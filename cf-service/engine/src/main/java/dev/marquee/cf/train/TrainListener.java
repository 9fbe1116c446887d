package dev.marquee.cf.train;

import java.util.concurrent.CancellationException;

/**
 * Watches a training and may stop it. Called from the thread that trains; {@link #cancelled} from its workers too, so
 * it must be thread-safe and quick.
 */
public interface TrainListener {
    /** Watches nothing. */
    TrainListener NONE = progress -> {};

    /** Called once, before the training begins, by {@link Estimator#train}. */
    default void runsOn(Placement placement) {}

    /** Called after each epoch. */
    void progress(TrainProgress progress);

    /** Called before each step, where a training goes on after its epochs. */
    default void step(TrainStep step) {}

    /** Whether to stop; asked several times a second. */
    default boolean cancelled() {
        return false;
    }

    /** @throws CancellationException if there is a wish to stop */
    default void checkCancelled() {
        if (cancelled()) {
            throw new CancellationException("The training was cancelled.");
        }
    }

    /** Where the training keeps its running state; asked once, at its start. */
    default Checkpoints checkpoints() {
        return Checkpoints.NONE;
    }
}
