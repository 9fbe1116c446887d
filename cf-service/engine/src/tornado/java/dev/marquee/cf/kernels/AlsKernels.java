package dev.marquee.cf.kernels;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.math.TornadoMath;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/**
 * Alternating least squares: the normal equations of segments, the solution of rows, and the squared errors. What they
 * compute, with shapes, is in {@code DeviceAlsKernels} and {@code DeviceKernels}; K, and what follows from it, is
 * compiled in. All items of a group reach all barriers, also where the group is beyond the last segment or row.
 */
public final class AlsKernels {

    private AlsKernels() {}

    /**
     * One group for each segment. The group's items form a square, each of which keeps a square tile of Σ y yᵀ in
     * registers: 4×4 numbers of 4×4 or 8×8 items for 16 and 32 factors, 8×8 of 8×8 or 16×16 items for 64 and 128. So a
     * number read from local memory takes part in 4 or 8 products. The factors of 16 ratings at a time are brought
     * there side by side, with two barriers for all 16; eight loads are under way before the first is stored. Above the
     * diagonal the work is in vain, but so no lane waits for another and the tiles are whole.
     *
     * <p>
     * The tile of an item is of every (K/T)-th factor rather than of T in a row: neighbours then read neighbouring
     * numbers of local memory, which are in different banks, and write neighbouring numbers of the result.
     */
    public static void alsNormal(KernelContext ctx, FloatArray others, FloatArray otherBiases, IntArray index,
            FloatArray rating, IntArray segments, FloatArray partial, IntArray sizes, FloatArray numbers, int k) {
        int tile = k < 64 ? 4 : 8;
        int side = k / tile;
        int items = side * side;
        int triangle = k * (k + 1) / 2;
        float[] sums = new float[tile * tile];
        float[] column = new float[tile];
        float[] loaded = new float[8];
        float[] factors = ctx.allocateFloatLocalArray(16 * k);
        float[] left = ctx.allocateFloatLocalArray(16);
        int item = ctx.localIdx;
        int segment = ctx.groupIdx;
        int firstRow = item / side;
        int firstColumn = item - firstRow * side;
        boolean there = segment < sizes.get(0);
        int from = 0;
        int to = 0;
        if (there) {
            from = segments.get(3 * segment + 1);
            to = segments.get(3 * segment + 2);
        }
        for (int i = 0; i < tile * tile; i++) {
            sums[i] = 0.0f;
        }
        float right = 0.0f;
        float plain = 0.0f;
        float rest = 0.0f;
        for (int first = from; first < to; first += 16) {
            int count = to - first;
            if (count > 16) {
                count = 16;
            }
            ctx.localBarrier();
            for (int start = item; start < 16 * k; start += 8 * items) {
                for (int i = 0; i < 8; i++) {
                    int rated = (start + i * items) / k;
                    if (rated >= count) {
                        rated = count - 1;
                    }
                    loaded[i] = others.get(index.get(first + rated) * k + (start + i * items) % k);
                }
                for (int i = 0; i < 8; i++) {
                    factors[start + i * items] = loaded[i];
                }
            }
            if (item < count) {
                left[item] = rating.get(first + item) - numbers.get(0) - otherBiases.get(index.get(first + item));
            }
            ctx.localBarrier();
            for (int rated = 0; rated < count; rated++) {
                for (int c = 0; c < tile; c++) {
                    column[c] = factors[rated * k + firstColumn + c * side];
                }
                for (int r = 0; r < tile; r++) {
                    float row = factors[rated * k + firstRow + r * side];
                    for (int c = 0; c < tile; c++) {
                        sums[r * tile + c] += row * column[c];
                    }
                }
                if (item < k) {
                    float own = factors[rated * k + item];
                    right += left[rated] * own;
                    plain += own;
                    rest += left[rated];
                }
            }
        }
        if (there) {
            int base = segment * (triangle + 2 * k + 8);
            for (int r = 0; r < tile; r++) {
                int row = firstRow + r * side;
                for (int c = 0; c < tile; c++) {
                    int other = firstColumn + c * side;
                    if (other <= row) {
                        partial.set(base + row * (row + 1) / 2 + other, sums[r * tile + c]);
                    }
                }
            }
            if (item < k) {
                partial.set(base + triangle + item, right);
                partial.set(base + triangle + k + item, plain);
            }
            if (item == 0) {
                partial.set(base + triangle + 2 * k, rest);
            }
        }
    }

    /**
     * One group of K items for each row; item r has row r of the matrix, a triangle packed by rows in local memory.
     * Rows begin at triangular numbers, which fall into different banks for 32 neighbours. The decomposition L Lᵀ looks
     * to the right: column j is scaled, then all of what is right of it is updated, with two barriers for each column.
     * Both right-hand sides, Σ e·y and Σ y, go through the forward substitution in the same pass; only one goes back,
     * see {@code RowSolver}.
     */
    public static void alsSolve(KernelContext ctx, FloatArray partial, IntArray rows, IntArray counts,
            FloatArray lambdas, FloatArray prior, FloatArray factors, FloatArray biases, IntArray failed,
            IntArray sizes, int k) {
        int triangle = k * (k + 1) / 2;
        int stride = triangle + 2 * k + 8;
        float[] a = ctx.allocateFloatLocalArray(k * (k + 1) / 2);
        float[] reduced = ctx.allocateFloatLocalArray(k);
        float[] slope = ctx.allocateFloatLocalArray(k);
        float[] solution = ctx.allocateFloatLocalArray(k);
        float[] loaded = new float[8];
        int r = ctx.localIdx;
        int work = ctx.groupIdx;
        boolean there = work < sizes.get(0);
        int row = 0;
        int from = 0;
        int to = 0;
        float lambda = 1.0f;
        float biasLambda = 1.0f;
        float count = 0.0f;
        float right = 0.0f;
        if (there) {
            row = rows.get(3 * work);
            from = rows.get(3 * work + 1);
            to = rows.get(3 * work + 2);
            lambda = lambdas.get(2 * work);
            biasLambda = lambdas.get(2 * work + 1);
            count = counts.get(work);
            if (sizes.get(1) != 0) {
                right = lambda * prior.get(row * k + r);
            }
        }
        // A triangle is (k + 1) / 2 times k numbers: half a stretch remains.
        for (int at = r; at < triangle; at += k) {
            a[at] = 0.0f;
        }
        for (int segment = from; segment < to; segment++) {
            int base = segment * stride + r;
            for (int start = 0; start < k / 2; start += 8) {
                for (int i = 0; i < 8; i++) {
                    loaded[i] = partial.get(base + (start + i) * k);
                }
                for (int i = 0; i < 8; i++) {
                    a[r + (start + i) * k] = a[r + (start + i) * k] + loaded[i];
                }
            }
            if (r < k / 2) {
                a[r + k / 2 * k] = a[r + k / 2 * k] + partial.get(base + k / 2 * k);
            }
        }
        float plain = 0.0f;
        float rest = 0.0f;
        for (int segment = from; segment < to; segment++) {
            right += partial.get(segment * stride + triangle + r);
            plain += partial.get(segment * stride + triangle + k + r);
            rest += partial.get(segment * stride + triangle + 2 * k);
        }
        ctx.localBarrier();
        int own = r * (r + 1) / 2;
        a[own + r] = a[own + r] + lambda;
        float inverse = 0.0f;
        int solvable = 1;
        for (int j = 0; j < k; j++) {
            ctx.localBarrier();
            float pivot = a[j * (j + 1) / 2 + j];
            float scale = 1.0f / TornadoMath.sqrt(pivot);
            float l = 0.0f;
            // Not pivot <= 0, which a NaN is not either.
            if (!(pivot > 0.0f)) {
                solvable = 0;
            }
            if (r == j) {
                inverse = scale;
                reduced[j] = right * scale;
                slope[j] = plain * scale;
            }
            if (r > j) {
                l = a[own + j] * scale;
                a[own + j] = l;
            }
            ctx.localBarrier();
            if (r > j) {
                right -= l * reduced[j];
                plain -= l * slope[j];
                for (int c = j + 1; c <= r; c++) {
                    a[own + c] = a[own + c] - l * a[c * (c + 1) / 2 + j];
                }
            }
        }
        ctx.localBarrier();
        float explained = 0.0f;
        float remaining = count;
        for (int f = 0; f < k; f++) {
            explained += slope[f] * reduced[f];
            remaining -= slope[f] * slope[f];
        }
        if (remaining < 0.0f) {
            remaining = 0.0f;
        }
        float bias = (rest - explained) / (remaining + biasLambda);
        float value = reduced[r] - bias * slope[r];
        for (int step = 0; step < k; step++) {
            int j = k - 1 - step;
            if (r == j) {
                value = value * inverse;
                solution[j] = value;
            }
            ctx.localBarrier();
            if (r < j) {
                value -= a[j * (j + 1) / 2 + r] * solution[j];
            }
        }
        if (there) {
            if (solvable == 1) {
                factors.set(row * k + r, value);
                if (r == 0) {
                    biases.set(row, bias);
                }
            } else {
                if (r == 0) {
                    failed.set(0, 1 + row);
                }
            }
        }
    }

    /**
     * One group of 64 items for each segment. The row's factors are in local memory; each item goes through every 64th
     * entry and reads that entry's factors, whose cache line stays for the factors beside them.
     */
    public static void squaredErrors(KernelContext ctx, FloatArray factors, FloatArray biases, FloatArray others,
            FloatArray otherBiases, IntArray index, FloatArray rating, IntArray segments, FloatArray partial,
            IntArray sizes, FloatArray numbers, int k) {
        float[] x = ctx.allocateFloatLocalArray(k);
        float[] squares = ctx.allocateFloatLocalArray(64);
        int item = ctx.localIdx;
        int segment = ctx.groupIdx;
        boolean there = segment < sizes.get(0);
        int row = 0;
        int from = 0;
        int to = 0;
        float base = 0.0f;
        if (there) {
            row = segments.get(3 * segment);
            from = segments.get(3 * segment + 1);
            to = segments.get(3 * segment + 2);
            base = numbers.get(0) + biases.get(row);
            for (int f = item; f < k; f += 64) {
                x[f] = factors.get(row * k + f);
            }
        }
        ctx.localBarrier();
        float sum = 0.0f;
        for (int e = from + item; e < to; e += 64) {
            int other = index.get(e);
            float predicted = 0.0f;
            for (int f = 0; f < k; f++) {
                predicted += x[f] * others.get(other * k + f);
            }
            predicted += base + otherBiases.get(other);
            if (predicted < numbers.get(1)) {
                predicted = numbers.get(1);
            }
            if (predicted > numbers.get(2)) {
                predicted = numbers.get(2);
            }
            float error = rating.get(e) - predicted;
            sum += error * error;
        }
        squares[item] = sum;
        for (int half = 32; half > 0; half = half / 2) {
            ctx.localBarrier();
            if (item < half) {
                squares[item] = squares[item] + squares[item + half];
            }
        }
        ctx.localBarrier();
        if (there && item == 0) {
            partial.set(segment, squares[0]);
        }
    }
}
