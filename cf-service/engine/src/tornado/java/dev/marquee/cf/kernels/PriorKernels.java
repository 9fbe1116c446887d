package dev.marquee.cf.kernels;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/**
 * Sums over rows, and what the implicit prior's regression needs: one pass over memory each, lanes along the factors,
 * so that neighbours read neighbours. What they compute, with shapes, is in {@code DevicePriorKernels} and
 * {@code DeviceKernels}; K is compiled in.
 */
public final class PriorKernels {

    private PriorKernels() {}

    /** One group of K items for each segment; item f sums factor f. Four sums at a time hide the memory's latency. */
    public static void sumSegments(KernelContext ctx, FloatArray source, IntArray index, IntArray segments,
            FloatArray partial, IntArray sizes, int k) {
        int segment = ctx.groupIdx;
        int factor = ctx.localIdx;
        if (segment < sizes.get(0)) {
            int from = segments.get(3 * segment + 1);
            int to = segments.get(3 * segment + 2);
            int whole = from + (to - from) / 4 * 4;
            float a = 0.0f;
            float b = 0.0f;
            float c = 0.0f;
            float d = 0.0f;
            for (int e = from; e < whole; e += 4) {
                a += source.get(index.get(e) * k + factor);
                b += source.get(index.get(e + 1) * k + factor);
                c += source.get(index.get(e + 2) * k + factor);
                d += source.get(index.get(e + 3) * k + factor);
            }
            for (int e = whole; e < to; e++) {
                a += source.get(index.get(e) * k + factor);
            }
            partial.set(segment * k + factor, (a + b) + (c + d));
        }
    }

    /** One item for each number of the target. */
    public static void sumPartials(KernelContext ctx, FloatArray partial, IntArray rows, FloatArray scale,
            FloatArray target, IntArray sizes, int k) {
        int item = ctx.globalIdx;
        if (item < sizes.get(0) * k) {
            int row = item / k;
            int factor = item - row * k;
            int to = rows.get(2 * row + 1);
            float sum = 0.0f;
            for (int segment = rows.get(2 * row); segment < to; segment++) {
                sum += partial.get(segment * k + factor);
            }
            target.set(sizes.get(1) * k + item, scale.get(row) * sum);
        }
    }

    /** One item for each number. */
    public static void priorTerms(KernelContext ctx, FloatArray x, FloatArray means, FloatArray weights,
            FloatArray terms, IntArray sizes, int k) {
        int item = ctx.globalIdx;
        if (item < sizes.get(0) * k) {
            terms.set(item, weights.get(item / k) * (x.get(item) - means.get(item)));
        }
    }

    /** One item for each number. */
    public static void axpy(KernelContext ctx, FloatArray x, FloatArray y, IntArray sizes, FloatArray numbers) {
        int item = ctx.globalIdx;
        if (item < sizes.get(0)) {
            y.set(item, y.get(item) + numbers.get(0) * x.get(item));
        }
    }

    /** One group of K items for each 64 rows; item f sums factor f. */
    public static void products(KernelContext ctx, FloatArray a, FloatArray b, FloatArray diagonal, FloatArray partial,
            IntArray sizes, FloatArray numbers, int k) {
        int group = ctx.groupIdx;
        int factor = ctx.localIdx;
        int rows = sizes.get(0);
        int from = group * 64;
        int to = from + 64;
        if (to > rows) {
            to = rows;
        }
        if (from < rows) {
            float sum = 0.0f;
            for (int row = from; row < to; row++) {
                float divisor = 1.0f;
                if (sizes.get(1) != 0) {
                    divisor = diagonal.get(row) + numbers.get(0);
                }
                sum += a.get(row * k + factor) * b.get(row * k + factor) / divisor;
            }
            partial.set(group * k + factor, sum);
        }
    }

    /** One item for each number. */
    public static void directions(KernelContext ctx, FloatArray residuals, FloatArray diagonal, FloatArray keep,
            FloatArray directions, IntArray sizes, FloatArray numbers, int k) {
        int item = ctx.globalIdx;
        if (item < sizes.get(0) * k) {
            int row = item / k;
            int factor = item - row * k;
            float step = residuals.get(item) / (diagonal.get(row) + numbers.get(0));
            directions.set(item, step + keep.get(factor) * directions.get(item));
        }
    }

    /** One item for each number. */
    public static void descend(KernelContext ctx, FloatArray stride, FloatArray directions, FloatArray images,
            FloatArray features, FloatArray residuals, IntArray sizes, int k) {
        int item = ctx.globalIdx;
        if (item < sizes.get(0) * k) {
            float step = stride.get(item - item / k * k);
            features.set(item, features.get(item) + step * directions.get(item));
            residuals.set(item, residuals.get(item) - step * images.get(item));
        }
    }

    /** One group of K items for each 64 rows; item f sums factor f. */
    public static void weightedSums(KernelContext ctx, FloatArray x, FloatArray weights, FloatArray partial,
            IntArray sizes, int k) {
        int group = ctx.groupIdx;
        int factor = ctx.localIdx;
        int rows = sizes.get(0);
        int from = group * 64;
        int to = from + 64;
        if (to > rows) {
            to = rows;
        }
        if (from < rows) {
            float sum = 0.0f;
            for (int row = from; row < to; row++) {
                sum += weights.get(row) * x.get(row * k + factor);
            }
            partial.set(group * k + factor, sum);
        }
    }

    /** One item for each number. */
    public static void addRow(KernelContext ctx, FloatArray source, FloatArray weights, FloatArray x, IntArray sizes,
            int k) {
        int item = ctx.globalIdx;
        if (item < sizes.get(0) * k) {
            int row = item / k;
            int factor = item - row * k;
            x.set(item, x.get(item) + weights.get(row) * source.get(sizes.get(1) * k + factor));
        }
    }
}
