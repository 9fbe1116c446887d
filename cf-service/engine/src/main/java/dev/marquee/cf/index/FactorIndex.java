package dev.marquee.cf.index;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.kernel.VectorKernels;
import dev.marquee.common.rank.Scored;
import dev.marquee.common.rank.TopK;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Exact top-N over all items by {@code offset_i + x·q_i}. Filters are evaluated inside the scan, and only for items
 * whose score suffices, so that a list is full whenever there are enough items. Ties by ascending index.
 *
 * <p>
 * Two ways with the same answer to the last bit: {@link #scan} multiplies out every item; {@link #top} first bounds
 * each item's from above by an 8-bit copy of its factors ({@link QuantizedItems}), a quarter of the bytes, and
 * multiplies out only those whose bound reaches the list. Where scores are too large or too small for bounds in floats
 * (1e30, 1e-32), it scans. Immutable, thread-safe.
 */
public final class FactorIndex {
    private static final VectorKernels KERNELS = Kernels.get();
    private static final int BLOCK = 256;

    private final int factors;
    private final float[] items;
    private final float[] offsets;
    private final float[] lengths;
    private final QuantizedItems quantized;

    private FactorIndex(int factors, float[] items, float[] offsets) {
        this.factors = factors;
        this.items = items;
        this.offsets = offsets;
        this.lengths = new float[offsets.length];
        for (int item = 0; item < lengths.length; item++) {
            lengths[item] = (float) Math.sqrt(KERNELS.sumOfSquares(items, item * factors, factors));
        }
        this.quantized = new QuantizedItems(items, offsets, factors);
    }

    /**
     * @param items n×factors, row-major, finite
     * @param offsets n, finite
     */
    public static FactorIndex of(int factors, float[] items, float[] offsets) {
        if (factors < 1 || items.length != (long) offsets.length * factors) {
            throw new IllegalArgumentException(
                    items.length + " numbers are not " + offsets.length + " rows of " + factors);
        }
        return takingOver(factors, items.clone(), offsets.clone());
    }

    /** As {@link #of(int, float[], float[])}, but without a copy: the caller must not keep the arrays. */
    static FactorIndex takingOver(int factors, float[] items, float[] offsets) {
        requireFinite("items", items);
        requireFinite("offsets", offsets);
        return new FactorIndex(factors, items, offsets);
    }

    /**
     * The movies of a model, with their biases as offsets.
     *
     * @param prior one more offset for each movie, or {@code null}
     */
    public static FactorIndex of(FactorModel model, float @Nullable [] prior) {
        float[] offsets = model.allMovieBiases();
        for (int item = 0; prior != null && item < offsets.length; item++) {
            offsets[item] += prior[item];
        }
        return new FactorIndex(model.factors(), model.allMovieFactors(), offsets);
    }

    private static void requireFinite(String name, float[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (!Float.isFinite(numbers[i])) {
                throw new InvalidRequest(name + "[" + i + "]", "must be a finite number, is " + numbers[i]);
            }
        }
    }

    public int size() {
        return offsets.length;
    }

    public int factors() {
        return factors;
    }

    /** Row-major; not to be changed. */
    float[] items() {
        return items;
    }

    /** Not to be changed. */
    float[] offsets() {
        return offsets;
    }

    /** A copy of an item's factors. */
    public float[] item(int item) {
        return Arrays.copyOfRange(items, item * factors, (item + 1) * factors);
    }

    /** The score of one item, as every list has it. */
    public float score(float[] x, int item) {
        return offsets[item] + KERNELS.dot(x, 0, items, item * factors, factors);
    }

    /**
     * The n best items.
     *
     * @param x k finite numbers
     * @param n 0 or more
     * @return best first; fewer than n only where the filter lets fewer pass
     */
    public List<Scored> top(float[] x, int n, ItemFilter filter) {
        check(x);
        QuantizedUser user = quantized.quantize(x);
        if (user == null) {
            return scan(x, n, filter);
        }
        BoundedSearch search = new BoundedSearch(this, quantized, user, Math.min(n, size()), filter);
        search.allBlocks();
        return search.best();
    }

    /**
     * The n best items for each of many users, as {@link #top} has them, but faster: items are read once for several
     * users.
     *
     * @param users each k finite numbers
     * @param filters by position in the list of users; each may be asked by any thread
     * @param threads 1 or more
     */
    public List<List<Scored>> topOfMany(List<float[]> users, int n, IntFunction<ItemFilter> filters, int threads) {
        users.forEach(this::check);
        return new BatchSearch(this, quantized, users, n, filters).run(threads);
    }

    /** The same by multiplying out every item: the reference. */
    public List<Scored> scan(float[] x, int n, ItemFilter filter) {
        check(x);
        TopK best = new TopK(Math.min(n, size()));
        for (int from = 0; from < size(); from += BLOCK) {
            for (int item = from; item < Math.min(from + BLOCK, size()); item++) {
                offer(x, item, filter, best);
            }
        }
        return best.drain();
    }

    /** Scores one item and keeps it if it is good enough and passes. */
    private void offer(float[] x, int item, ItemFilter filter, TopK best) {
        float score = score(x, item);
        if (score >= best.threshold() && filter.accepts(item)) {
            best.offer(item, score);
        }
    }

    /**
     * The n items most like one item, by the cosine of their factors; an item of zero length is like none.
     *
     * @return best first, without the item itself
     */
    public List<Scored> nearest(int item, int n, ItemFilter filter) {
        TopK best = new TopK(Math.min(n, size()));
        for (int other = 0; other < size(); other++) {
            if (other != item && lengths[item] > 0 && lengths[other] > 0) {
                float cosine = cosine(item, other);
                if (cosine >= best.threshold() && filter.accepts(other)) {
                    best.offer(other, cosine);
                }
            }
        }
        return best.drain();
    }

    /** The cosine of two items' factors; 0 where one has none. */
    public float cosine(int a, int b) {
        float both = lengths[a] * lengths[b];
        return both == 0 ? 0 : KERNELS.dot(items, a * factors, items, b * factors, factors) / both;
    }

    private void check(float[] x) {
        if (x.length != factors) {
            throw new IllegalArgumentException("the vector has " + x.length + " numbers instead of " + factors);
        }
        requireFinite("x", x);
    }
}
