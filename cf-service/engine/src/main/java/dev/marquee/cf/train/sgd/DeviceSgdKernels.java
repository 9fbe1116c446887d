package dev.marquee.cf.train.sgd;

import dev.marquee.cf.device.kernel.Kernel;
import java.util.List;

/**
 * The kernels of {@link DeviceSgdTrainer}.
 *
 * <p>
 * <b>The table</b> has the users and then the movies, R rows in all, and then all of them again: row r and row r + R
 * are two places of one user or movie, see {@link SgdSlots}.
 *
 * <p>
 * <b>State</b>: eight numbers a row, at the places of {@link SgdRows}, of which BIAS, SLOWNESS, BIAS_SLOWNESS, LAMBDA
 * and BIAS_LAMBDA are used.
 */
public final class DeviceSgdKernels {
    /** Work-items of a work-group of {@link #STEP}. */
    static final int ITEMS = 256;

    /**
     * One round. A work-group has 1024/K slots of {@link SgdSlots}; K/4 work-items work on the entries of a slot.
     *
     * <p>
     * For each entry with the row x of the slot and the other row y, the error is e = rating - (mean + b_x + b_y +
     * x·y). With the sums over all n entries that x has in the round: SLOWNESS += Σ e²|y|²/k, BIAS_SLOWNESS += Σ (e -
     * BIAS_LAMBDA b)²; then, with the steps s = η/√SLOWNESS and t = η/√BIAS_SLOWNESS, x = (x + s (Σ e y + n LAMBDA g))
     * / (1 + s n LAMBDA) and b = (b + t Σ e) / (1 + t n BIAS_LAMBDA), which are written at the row's other place.
     *
     * <ul>
     * <li>rows 2R×K, state 2R×8: changed where a slot's row has its other place
     * <li>means R×K: g, what rows are drawn to; not looked at if sizes says so
     * <li>index, rating: entries: row of the other side, and the rating
     * <li>slots 4·S: row, first entry and entry after the last, of the round; of the row's first slot the number of its
     * slots, else 0. A row's slots stand beside each other in one work-group. The first slot of a work-group has as
     * many entries as any of it, or there are at most {@value SgdSlots#ENTRIES} in each.
     * <li>errors: Σ e² of each work-group that counts, added to what is there
     * <li>sizes {first slot, work-groups, work-groups that count, R, 1 if there are means else 0, first entry of the
     * round}; numbers {mean, 1/k, η}
     * </ul>
     */
    public static final Kernel STEP = Kernel.perFactors("sgdStep", "SgdKernels", factors -> ITEMS, "rows:f", "state:f",
            "means:f", "index:i", "rating:f", "slots:i", "errors:f", "sizes:i", "numbers:f");

    /**
     * After an epoch: brings rows that stand at their second place to their first, and copies those of one side out.
     * One work-item for each number.
     *
     * <ul>
     * <li>rows 2R×K, state 2R×8, changed; odd R: 1 if the row is at its second place, else 0
     * <li>factors m×K, biases m, written
     * <li>sizes {first row of the side, m, R}
     * </ul>
     */
    public static final Kernel SETTLE = Kernel.perFactors("sgdSettle", "SgdKernels", factors -> 256, "rows:f",
            "state:f", "odd:i", "factors:f", "biases:f", "sizes:i");

    /**
     * Copies numbers. One work-item for each.
     *
     * <ul>
     * <li>source: from its first number on; target, written; sizes {numbers, the first's place in target}
     * </ul>
     */
    public static final Kernel COPY = Kernel.forAllFactors("sgdCopy", "SgdKernels", 256, "source:f", "target:f",
            "sizes:i");

    /** Numbers of a row's state. */
    public static final int STATE = 8;

    public static final List<Kernel> ALL = List.of(STEP, SETTLE, COPY);

    private DeviceSgdKernels() {}

    /** Slots of a work-group. */
    static int slotsOfGroup(int padded) {
        return 4 * ITEMS / padded;
    }
}
