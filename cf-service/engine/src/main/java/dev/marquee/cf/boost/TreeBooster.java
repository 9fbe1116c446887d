package dev.marquee.cf.boost;

import org.jspecify.annotations.Nullable;

/**
 * Grows trees one after the other, each on what those before left over of the squared error. The same rows and settings
 * give the same trees. Thread-safe.
 */
public interface TreeBooster {

    /**
     * @param heldOut rows that say when to stop, or {@code null}: all trees are grown
     * @param checkCancelled called after each tree; throws what ends it
     * @return the trees up to the best for the rows held out
     * @throws dev.marquee.common.error.TrainingFailed if the library fails
     */
    Forest grow(BoostRows rows, @Nullable BoostRows heldOut, Boosting settings, Runnable checkCancelled);
}
