package dev.marquee.common.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link VectorKernels#addRows} by the Vector API: four vectors of columns at a time stay in registers while all rows
 * pass by, so that the processor can fetch several rows at once.
 */
final class PanamaRows {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private PanamaRows() {}

    static void add(float[] matrix, int first, int columns, int[] rows, int count, float[] sum, int at) {
        int i = 0;
        for (; i <= columns - 4 * LANES; i += 4 * LANES) {
            four(matrix, first, columns, rows, count, sum, at, i);
        }
        for (; i <= columns - LANES; i += LANES) {
            FloatVector s = FloatVector.fromArray(SPECIES, sum, at + i);
            for (int r = 0; r < count; r++) {
                s = s.add(FloatVector.fromArray(SPECIES, matrix, first + rows[r] * columns + i));
            }
            s.intoArray(sum, at + i);
        }
        for (; i < columns; i++) {
            for (int r = 0; r < count; r++) {
                sum[at + i] += matrix[first + rows[r] * columns + i];
            }
        }
    }

    private static void four(float[] matrix, int first, int columns, int[] rows, int count, float[] sum, int at,
            int i) {
        FloatVector s0 = FloatVector.fromArray(SPECIES, sum, at + i);
        FloatVector s1 = FloatVector.fromArray(SPECIES, sum, at + i + LANES);
        FloatVector s2 = FloatVector.fromArray(SPECIES, sum, at + i + 2 * LANES);
        FloatVector s3 = FloatVector.fromArray(SPECIES, sum, at + i + 3 * LANES);
        for (int r = 0; r < count; r++) {
            int from = first + rows[r] * columns + i;
            s0 = s0.add(FloatVector.fromArray(SPECIES, matrix, from));
            s1 = s1.add(FloatVector.fromArray(SPECIES, matrix, from + LANES));
            s2 = s2.add(FloatVector.fromArray(SPECIES, matrix, from + 2 * LANES));
            s3 = s3.add(FloatVector.fromArray(SPECIES, matrix, from + 3 * LANES));
        }
        s0.intoArray(sum, at + i);
        s1.intoArray(sum, at + i + LANES);
        s2.intoArray(sum, at + i + 2 * LANES);
        s3.intoArray(sum, at + i + 3 * LANES);
    }
}
