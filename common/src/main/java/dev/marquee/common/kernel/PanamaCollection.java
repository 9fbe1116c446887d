package dev.marquee.common.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link VectorKernels#collect} by the Vector API: four vectors of columns at a time, whose sums stay in registers
 * while all rows pass by. Nothing waits for the rows before, so that the processor fetches several at once from
 * wherever they are.
 */
final class PanamaCollection {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private PanamaCollection() {}

    static void collect(float[] matrix, int columns, int[] rows, float[] weights, int count, float[] batch, int stride,
            float[] sum, float[] weighted) {
        int i = 0;
        for (; i <= columns - 4 * LANES; i += 4 * LANES) {
            four(matrix, columns, rows, weights, count, batch, stride, sum, weighted, i);
        }
        for (; i <= columns - LANES; i += LANES) {
            one(matrix, columns, rows, weights, count, batch, stride, sum, weighted, i);
        }
        for (; i < columns; i++) {
            for (int r = 0; r < count; r++) {
                float y = matrix[rows[r] * columns + i];
                batch[r * stride + i] = y;
                sum[i] += y;
                weighted[i] += weights[r] * y;
            }
        }
    }

    private static void four(float[] matrix, int columns, int[] rows, float[] weights, int count, float[] batch,
            int stride, float[] sum, float[] weighted, int i) {
        FloatVector s0 = FloatVector.fromArray(SPECIES, sum, i);
        FloatVector s1 = FloatVector.fromArray(SPECIES, sum, i + LANES);
        FloatVector s2 = FloatVector.fromArray(SPECIES, sum, i + 2 * LANES);
        FloatVector s3 = FloatVector.fromArray(SPECIES, sum, i + 3 * LANES);
        FloatVector w0 = FloatVector.fromArray(SPECIES, weighted, i);
        FloatVector w1 = FloatVector.fromArray(SPECIES, weighted, i + LANES);
        FloatVector w2 = FloatVector.fromArray(SPECIES, weighted, i + 2 * LANES);
        FloatVector w3 = FloatVector.fromArray(SPECIES, weighted, i + 3 * LANES);
        for (int r = 0; r < count; r++) {
            int from = rows[r] * columns + i;
            int to = r * stride + i;
            FloatVector weight = FloatVector.broadcast(SPECIES, weights[r]);
            FloatVector y0 = FloatVector.fromArray(SPECIES, matrix, from);
            FloatVector y1 = FloatVector.fromArray(SPECIES, matrix, from + LANES);
            FloatVector y2 = FloatVector.fromArray(SPECIES, matrix, from + 2 * LANES);
            FloatVector y3 = FloatVector.fromArray(SPECIES, matrix, from + 3 * LANES);
            y0.intoArray(batch, to);
            y1.intoArray(batch, to + LANES);
            y2.intoArray(batch, to + 2 * LANES);
            y3.intoArray(batch, to + 3 * LANES);
            s0 = s0.add(y0);
            s1 = s1.add(y1);
            s2 = s2.add(y2);
            s3 = s3.add(y3);
            w0 = y0.fma(weight, w0);
            w1 = y1.fma(weight, w1);
            w2 = y2.fma(weight, w2);
            w3 = y3.fma(weight, w3);
        }
        s0.intoArray(sum, i);
        s1.intoArray(sum, i + LANES);
        s2.intoArray(sum, i + 2 * LANES);
        s3.intoArray(sum, i + 3 * LANES);
        w0.intoArray(weighted, i);
        w1.intoArray(weighted, i + LANES);
        w2.intoArray(weighted, i + 2 * LANES);
        w3.intoArray(weighted, i + 3 * LANES);
    }

    private static void one(float[] matrix, int columns, int[] rows, float[] weights, int count, float[] batch,
            int stride, float[] sum, float[] weighted, int i) {
        FloatVector s = FloatVector.fromArray(SPECIES, sum, i);
        FloatVector w = FloatVector.fromArray(SPECIES, weighted, i);
        for (int r = 0; r < count; r++) {
            FloatVector y = FloatVector.fromArray(SPECIES, matrix, rows[r] * columns + i);
            y.intoArray(batch, r * stride + i);
            s = s.add(y);
            w = y.fma(FloatVector.broadcast(SPECIES, weights[r]), w);
        }
        s.intoArray(sum, i);
        w.intoArray(weighted, i);
    }
}
