package dev.marquee.common.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import jdk.internal.vm.annotation.ForceInline;

/**
 * The Vector API at the machine's preferred width. Every loop has one shape: several accumulators, so that additions do
 * not wait for each other, then single vectors, then a scalar tail.
 */
final class PanamaKernels implements VectorKernels {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int UNROLL = 4;

    @Override
    public String name() {
        return "panama-" + SPECIES.vectorBitSize();
    }

    @Override
    public float dot(float[] a, int fromA, float[] b, int fromB, int length) {
        int i = 0;
        float sum = 0;
        if (length >= LANES) {
            FloatVector s0 = FloatVector.zero(SPECIES);
            FloatVector s1 = s0;
            FloatVector s2 = s0;
            FloatVector s3 = s0;
            for (; i <= length - UNROLL * LANES; i += UNROLL * LANES) {
                s0 = product(a, fromA + i, b, fromB + i, s0);
                s1 = product(a, fromA + i + LANES, b, fromB + i + LANES, s1);
                s2 = product(a, fromA + i + 2 * LANES, b, fromB + i + 2 * LANES, s2);
                s3 = product(a, fromA + i + 3 * LANES, b, fromB + i + 3 * LANES, s3);
            }
            for (; i <= length - LANES; i += LANES) {
                s0 = product(a, fromA + i, b, fromB + i, s0);
            }
            sum = LaneSum.of(s0.add(s1).add(s2.add(s3)));
        }
        for (; i < length; i++) {
            sum += a[fromA + i] * b[fromB + i];
        }
        return sum;
    }

    @ForceInline
    private static FloatVector product(float[] a, int fromA, float[] b, int fromB, FloatVector sum) {
        return FloatVector.fromArray(SPECIES, a, fromA).fma(FloatVector.fromArray(SPECIES, b, fromB), sum);
    }

    @Override
    public void axpy(float alpha, float[] x, int fromX, float[] y, int fromY, int length) {
        int i = 0;
        FloatVector factor = FloatVector.broadcast(SPECIES, alpha);
        for (; i <= length - LANES; i += LANES) {
            FloatVector.fromArray(SPECIES, x, fromX + i).fma(factor, FloatVector.fromArray(SPECIES, y, fromY + i))
                    .intoArray(y, fromY + i);
        }
        for (; i < length; i++) {
            y[fromY + i] += alpha * x[fromX + i];
        }
    }

    @Override
    public void scale(float alpha, float[] x, int from, int length) {
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            FloatVector.fromArray(SPECIES, x, from + i).mul(alpha).intoArray(x, from + i);
        }
        for (; i < length; i++) {
            x[from + i] *= alpha;
        }
    }

    @Override
    public float sumOfSquares(float[] x, int from, int length) {
        return dot(x, from, x, from, length);
    }

    @Override
    public void dots(float[] x, float[] matrix, int columns, int firstRow, int rows, float[] out) {
        int r = 0;
        for (; r <= rows - UNROLL && columns >= LANES; r += UNROLL) {
            fourDots(x, matrix, columns, (firstRow + r) * columns, out, r);
        }
        for (; r < rows; r++) {
            out[r] = dot(x, 0, matrix, (firstRow + r) * columns, columns);
        }
    }

    /** Four rows at once: x is read once for all, and four sums run beside each other. */
    private static void fourDots(float[] x, float[] matrix, int columns, int row, float[] out, int to) {
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int i = 0;
        for (; i <= columns - LANES; i += LANES) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            s0 = v.fma(FloatVector.fromArray(SPECIES, matrix, row + i), s0);
            s1 = v.fma(FloatVector.fromArray(SPECIES, matrix, row + columns + i), s1);
            s2 = v.fma(FloatVector.fromArray(SPECIES, matrix, row + 2 * columns + i), s2);
            s3 = v.fma(FloatVector.fromArray(SPECIES, matrix, row + 3 * columns + i), s3);
        }
        float d0 = LaneSum.of(s0);
        float d1 = LaneSum.of(s1);
        float d2 = LaneSum.of(s2);
        float d3 = LaneSum.of(s3);
        for (; i < columns; i++) {
            d0 += x[i] * matrix[row + i];
            d1 += x[i] * matrix[row + columns + i];
            d2 += x[i] * matrix[row + 2 * columns + i];
            d3 += x[i] * matrix[row + 3 * columns + i];
        }
        out[to] = d0;
        out[to + 1] = d1;
        out[to + 2] = d2;
        out[to + 3] = d3;
    }

    @Override
    public void addProducts(float alpha, float[] a, int fromA, int rows, int stride, int first, float[] c) {
        PanamaProducts.add(alpha, a, fromA, rows, stride, first, c);
    }

    @Override
    public void collect(float[] matrix, int columns, int[] rows, float[] weights, int count, float[] batch, int stride,
            float[] sum, float[] weighted) {
        PanamaCollection.collect(matrix, columns, rows, weights, count, batch, stride, sum, weighted);
    }

    @Override
    public void addRows(float[] matrix, int first, int columns, int[] rows, int count, float[] sum, int at) {
        PanamaRows.add(matrix, first, columns, rows, count, sum, at);
    }
}
