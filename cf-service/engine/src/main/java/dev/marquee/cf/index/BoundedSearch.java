package dev.marquee.cf.index;

import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.rank.Scored;
import dev.marquee.common.rank.TopK;
import java.util.Arrays;
import java.util.List;

/**
 * One user's search by bounds. An item's bounds say that its score lies in [lower, upper]. As soon as n items that pass
 * the filter have lower bounds of θ or more, no item whose upper bound is less than θ can be in the list. What is left
 * in the end is multiplied out. Not thread-safe.
 */
final class BoundedSearch {
    private static final boolean VECTORS = Kernels.vectorApiPresent();
    private static final int FIRST_CAPACITY = 256;

    private final FactorIndex index;
    private final QuantizedItems items;
    private final QuantizedUser user;
    private final int n;
    private final ItemFilter filter;
    private final TopK lower;
    private int[] candidates = new int[FIRST_CAPACITY];
    private float[] uppers = new float[FIRST_CAPACITY];
    private int count;

    /** @param n at most the number of items */
    BoundedSearch(FactorIndex index, QuantizedItems items, QuantizedUser user, int n, ItemFilter filter) {
        this.index = index;
        this.items = items;
        this.user = user;
        this.n = n;
        this.filter = filter;
        this.lower = new TopK(n);
    }

    QuantizedUser user() {
        return user;
    }

    /** Whether a block cannot hold any item of the list. */
    boolean passesOver(int block) {
        return items.below(block, user, lower.threshold());
    }

    /** What the computed bound of an item must reach to matter. */
    float threshold() {
        return lower.threshold() - user.slack();
    }

    /** Goes through all blocks. */
    void allBlocks() {
        float[] bounds = new float[QuantizedItems.BLOCK];
        short[] sums = new short[QuantizedItems.BLOCK];
        for (int block = 0; block < items.blocks; block++) {
            if (!passesOver(block)) {
                long reached = VECTORS
                        ? PanamaBlockBounds.reach(items, block, user, threshold(), sums, bounds)
                        : ScalarBlockBounds.reach(items, block, user, threshold(), bounds);
                take(block, bounds, 0, reached);
            }
        }
    }

    /**
     * Looks at the items of a block whose bounds reach the threshold.
     *
     * @param from where the block's bounds begin
     * @param reached which, as bits
     */
    void take(int block, float[] bounds, int from, long reached) {
        for (long left = reached & items.filled(block); left != 0; left &= left - 1) {
            int inBlock = Long.numberOfTrailingZeros(left);
            float bound = bounds[from + inBlock];
            int place = block * QuantizedItems.BLOCK + inBlock;
            int item = items.order[place];
            // The threshold may have risen since the bounds were compared.
            if (bound >= threshold() && filter.accepts(item)) {
                lower.offer(item, bound - 2 * user.slope() * items.lengths[place] - user.slack());
                keep(item, bound + user.slack());
            }
        }
    }

    private void keep(int item, float upper) {
        if (count == candidates.length) {
            candidates = Arrays.copyOf(candidates, 2 * count);
            uppers = Arrays.copyOf(uppers, 2 * count);
        }
        candidates[count] = item;
        uppers[count++] = upper;
    }

    /** The list, when all blocks have been looked at. */
    List<Scored> best() {
        TopK best = new TopK(n);
        for (int i = 0; i < count; i++) {
            if (uppers[i] >= lower.threshold() && uppers[i] >= best.threshold()) {
                best.offer(candidates[i], index.score(user.x(), candidates[i]));
            }
        }
        return best.drain();
    }
}
