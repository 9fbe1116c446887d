package dev.marquee.cf.kernels;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/**
 * Alternating least squares for lists, by steps of the conjugate gradient method. What they compute, with shapes, is in
 * {@code DeviceIalsKernels}; K, and what follows from it, is compiled in. All items of a group reach all barriers, also
 * where the group is beyond the last segment or row.
 */
public final class IalsKernels {

    private IalsKernels() {}

    /**
     * One group of 8×8 items for each chunk and tile of at most 64×64 numbers, of which each item keeps every eighth in
     * both directions in registers: neighbours then read neighbouring numbers of local memory. 16 rows at a time are
     * brought there side by side.
     */
    public static void ialsGram(KernelContext ctx, FloatArray rows, FloatArray partial, IntArray sizes, int k) {
        int side = k < 64 ? k : 64;
        int tile = side / 8;
        int across = k / side;
        int tiles = across * (across + 1) / 2;
        float[] sums = new float[tile * tile];
        float[] column = new float[tile];
        float[] left = ctx.allocateFloatLocalArray(16 * side);
        float[] right = ctx.allocateFloatLocalArray(16 * side);
        int item = ctx.localIdx;
        int chunk = ctx.groupIdx / tiles;
        int number = ctx.groupIdx - chunk * tiles;
        chunk += sizes.get(3);
        int down = 0;
        if (number >= 1) {
            down = 1;
        }
        if (number >= 3) {
            down = 2;
        }
        if (number >= 6) {
            down = 3;
        }
        int leftBase = down * side;
        int rightBase = (number - down * (down + 1) / 2) * side;
        int firstRow = item / 8;
        int firstColumn = item - firstRow * 8;
        boolean there = chunk < sizes.get(2);
        int from = 0;
        int to = 0;
        if (there) {
            from = chunk * sizes.get(1);
            to = from + sizes.get(1);
            if (to > sizes.get(0)) {
                to = sizes.get(0);
            }
        }
        for (int i = 0; i < tile * tile; i++) {
            sums[i] = 0.0f;
        }
        for (int first = from; first < to; first += 16) {
            int count = to - first;
            if (count > 16) {
                count = 16;
            }
            ctx.localBarrier();
            for (int i = 0; i < side / 4; i++) {
                int at = item + 64 * i;
                int row = at / side;
                if (row >= count) {
                    row = count - 1;
                }
                int base = (first + row) * k + at % side;
                left[at] = rows.get(base + leftBase);
                right[at] = rows.get(base + rightBase);
            }
            ctx.localBarrier();
            for (int row = 0; row < count; row++) {
                for (int c = 0; c < tile; c++) {
                    column[c] = right[row * side + firstColumn + 8 * c];
                }
                for (int r = 0; r < tile; r++) {
                    float own = left[row * side + firstRow + 8 * r];
                    for (int c = 0; c < tile; c++) {
                        sums[r * tile + c] += own * column[c];
                    }
                }
            }
        }
        if (there) {
            for (int r = 0; r < tile; r++) {
                int base = (chunk * k + leftBase + firstRow + 8 * r) * k + rightBase + firstColumn;
                for (int c = 0; c < tile; c++) {
                    partial.set(base + 8 * c, sums[r * tile + c]);
                }
            }
        }
    }

    /** One item for each number. */
    public static void ialsGramSum(KernelContext ctx, FloatArray partial, FloatArray gram, IntArray sizes,
            FloatArray numbers, int k) {
        int item = ctx.globalIdx;
        if (item < k * k) {
            int row = item / k;
            int column = item - row * k;
            if (column > row) {
                int other = row;
                row = column;
                column = other;
            }
            float sum = 0.0f;
            int chunks = sizes.get(0);
            for (int chunk = 0; chunk < chunks; chunk++) {
                sum += partial.get((chunk * k + row) * k + column);
            }
            gram.set(item, numbers.get(0) * sum);
        }
    }

    /**
     * One group of 8×8 items for each tile of 64 rows and at most 64 columns; an item has 8 rows and an eighth of the
     * columns in registers. 16 numbers of each row are brought to local memory at a time, turned, and the 16 rows of
     * the matrix that they are multiplied with.
     */
    public static void ialsProducts(KernelContext ctx, FloatArray rows, FloatArray gram, FloatArray target,
            IntArray sizes, int k) {
        int side = k < 64 ? k : 64;
        int tile = side / 8;
        int across = k / side;
        float[] sums = new float[8 * tile];
        float[] column = new float[tile];
        float[] left = ctx.allocateFloatLocalArray(16 * 65);
        float[] right = ctx.allocateFloatLocalArray(16 * side);
        int item = ctx.localIdx;
        int count = sizes.get(0);
        int stretch = ctx.groupIdx / across;
        int firstOfAll = stretch * 64;
        int rightBase = (ctx.groupIdx - stretch * across) * side;
        int firstRow = item / 8;
        int firstColumn = item - firstRow * 8;
        int lane = item % 16;
        int line = item / 16;
        for (int i = 0; i < 8 * tile; i++) {
            sums[i] = 0.0f;
        }
        for (int start = 0; start < k; start += 16) {
            ctx.localBarrier();
            for (int i = 0; i < 16; i++) {
                int row = firstOfAll + line + 4 * i;
                if (row >= count) {
                    row = count - 1;
                }
                left[lane * 65 + line + 4 * i] = rows.get((sizes.get(1) + row) * k + start + lane);
            }
            for (int i = 0; i < side / 4; i++) {
                int at = item + 64 * i;
                right[at] = gram.get((start + at / side) * k + rightBase + at % side);
            }
            ctx.localBarrier();
            for (int f = 0; f < 16; f++) {
                for (int c = 0; c < tile; c++) {
                    column[c] = right[f * side + firstColumn + 8 * c];
                }
                for (int r = 0; r < 8; r++) {
                    float own = left[f * 65 + firstRow + 8 * r];
                    for (int c = 0; c < tile; c++) {
                        sums[r * tile + c] += own * column[c];
                    }
                }
            }
        }
        for (int r = 0; r < 8; r++) {
            int row = firstOfAll + firstRow + 8 * r;
            if (row < count) {
                for (int c = 0; c < tile; c++) {
                    target.set(row * k + rightBase + firstColumn + 8 * c, sums[r * tile + c]);
                }
            }
        }
    }

    /**
     * One group for each segment: a team of K items for each of 1, 2 or 4 entries at a time, item f of which has factor
     * f of the vector and of 16 entries in registers, so that neighbours read neighbours, 16 loads are under way, and
     * each entry is read once. The products go through local memory to K/16 items for each entry, which add 16 of them
     * each, and these sums to one item, which multiplies with the weight; then each item adds its factor of the 16
     * entries. Lines in local memory are K + K/16 numbers apart: of the products that are added at the same time, none
     * share a bank.
     */
    public static void ialsGradients(KernelContext ctx, FloatArray vectors, FloatArray others, IntArray index,
            FloatArray weight, IntArray segments, FloatArray partial, FloatArray errors, IntArray sizes, int k) {
        int items = k < 64 ? 64 : k;
        int teams = items / k;
        int entries = 16 * teams;
        int parts = k / 16;
        int stride = k + parts;
        float[] products = ctx.allocateFloatLocalArray(16 * teams * stride);
        float[] sums = ctx.allocateFloatLocalArray(items + entries);
        float[] coefficients = ctx.allocateFloatLocalArray(entries);
        float[] loaded = new float[16];
        int item = ctx.localIdx;
        int segment = ctx.groupIdx;
        int team = item / k;
        int factor = item - team * k;
        int added = item / parts;
        int part = item - added * parts;
        boolean there = segment < sizes.get(0);
        int from = 0;
        int to = 0;
        float own = 0.0f;
        if (there) {
            from = segments.get(3 * segment + 1);
            to = segments.get(3 * segment + 2);
            own = vectors.get((segments.get(3 * segment) - sizes.get(1)) * k + factor);
        }
        float sum = 0.0f;
        float squares = 0.0f;
        for (int first = from; first < to; first += entries) {
            int count = to - first;
            for (int i = 0; i < 16; i++) {
                int entry = i * teams + team;
                if (entry >= count) {
                    entry = count - 1;
                }
                loaded[i] = others.get(index.get(first + entry) * k + factor);
            }
            for (int i = 0; i < 16; i++) {
                products[(i * teams + team) * stride + factor] = own * loaded[i];
            }
            ctx.localBarrier();
            float some = 0.0f;
            for (int i = 0; i < 16; i++) {
                some += products[added * stride + part + i * parts];
            }
            sums[added * (parts + 1) + part] = some;
            ctx.localBarrier();
            if (item < entries) {
                float error = 0.0f;
                for (int i = 0; i < parts; i++) {
                    error += sums[item * (parts + 1) + i];
                }
                if (sizes.get(2) != 0) {
                    error = 1.0f - error;
                }
                float coefficient = 0.0f;
                if (item < count) {
                    coefficient = weight.get(first + item) * error;
                }
                coefficients[item] = coefficient;
                squares += coefficient * error;
            }
            ctx.localBarrier();
            for (int i = 0; i < 16; i++) {
                sum += coefficients[i * teams + team] * loaded[i];
            }
        }
        ctx.localBarrier();
        sums[item] = sum;
        if (item < entries) {
            coefficients[item] = squares;
        }
        ctx.localBarrier();
        if (there) {
            if (item < k) {
                float total = 0.0f;
                for (int i = 0; i < teams; i++) {
                    total += sums[i * k + item];
                }
                partial.set(segment * k + item, total);
            }
            if (item == 0) {
                float total = 0.0f;
                for (int i = 0; i < entries; i++) {
                    total += coefficients[i];
                }
                errors.set(segment, total);
            }
        }
    }

    /** A team of K items for each row, as many as fill 64; item f has factor f. */
    public static void ialsBegin(KernelContext ctx, FloatArray factors, FloatArray partial, IntArray ranges,
            FloatArray lambdas, FloatArray products, FloatArray residuals, FloatArray directions, FloatArray squares,
            IntArray sizes, int k) {
        int items = k < 64 ? 64 : k;
        int teams = items / k;
        float[] sums = ctx.allocateFloatLocalArray(items);
        int item = ctx.localIdx;
        int team = item / k;
        int factor = item - team * k;
        int row = ctx.groupIdx * teams + team;
        int from = 0;
        int to = 0;
        if (row < sizes.get(0)) {
            from = ranges.get(2 * row);
            to = ranges.get(2 * row + 1);
        }
        float residual = 0.0f;
        if (to > from) {
            for (int segment = from; segment < to; segment++) {
                residual += partial.get(segment * k + factor);
            }
            residual -= products.get(row * k + factor);
            residual -= lambdas.get(row) * factors.get((sizes.get(1) + row) * k + factor);
            residuals.set(row * k + factor, residual);
            directions.set(row * k + factor, residual);
        }
        sums[item] = residual * residual;
        for (int half = k / 2; half > 0; half = half / 2) {
            ctx.localBarrier();
            if (factor < half) {
                sums[item] = sums[item] + sums[item + half];
            }
        }
        if (to > from && factor == 0) {
            squares.set(row, sums[item]);
        }
    }

    /** Teams as in {@link #ialsBegin}. */
    public static void ialsStep(KernelContext ctx, FloatArray factors, FloatArray partial, IntArray ranges,
            FloatArray lambdas, FloatArray products, FloatArray residuals, FloatArray directions, FloatArray squares,
            IntArray failed, IntArray sizes, int k) {
        int items = k < 64 ? 64 : k;
        int teams = items / k;
        float[] sums = ctx.allocateFloatLocalArray(items);
        int item = ctx.localIdx;
        int team = item / k;
        int factor = item - team * k;
        int row = ctx.groupIdx * teams + team;
        int from = 0;
        int to = 0;
        if (row < sizes.get(0)) {
            from = ranges.get(2 * row);
            to = ranges.get(2 * row + 1);
        }
        float direction = 0.0f;
        float image = 0.0f;
        float before = 0.0f;
        if (to > from) {
            for (int segment = from; segment < to; segment++) {
                image += partial.get(segment * k + factor);
            }
            direction = directions.get(row * k + factor);
            image += products.get(row * k + factor);
            image += lambdas.get(row) * direction;
            before = squares.get(row);
        }
        sums[item] = direction * image;
        for (int half = k / 2; half > 0; half = half / 2) {
            ctx.localBarrier();
            if (factor < half) {
                sums[item] = sums[item] + sums[item + half];
            }
        }
        ctx.localBarrier();
        float curvature = sums[team * k];
        ctx.localBarrier();
        int moves = 0;
        // Not above, which a NaN is not either; without ratings it is 0.
        if (!(before <= 1e-30f)) {
            if (curvature > 0.0f) {
                moves = 1;
            } else {
                if (factor == 0) {
                    failed.set(0, 1 + sizes.get(1) + row);
                }
            }
        }
        float residual = 0.0f;
        if (moves == 1) {
            float stride = before / curvature;
            int at = (sizes.get(1) + row) * k + factor;
            factors.set(at, factors.get(at) + stride * direction);
            residual = residuals.get(row * k + factor) - stride * image;
            residuals.set(row * k + factor, residual);
        }
        sums[item] = residual * residual;
        for (int half = k / 2; half > 0; half = half / 2) {
            ctx.localBarrier();
            if (factor < half) {
                sums[item] = sums[item] + sums[item + half];
            }
        }
        ctx.localBarrier();
        if (moves == 1) {
            float square = sums[team * k];
            directions.set(row * k + factor, residual + square / before * direction);
            if (factor == 0) {
                squares.set(row, square);
            }
        }
    }
}
