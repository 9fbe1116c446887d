package dev.marquee.similarity.index;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The Vector API, at the machine's preferred width but at most a quarter of a block.
 */
final class VectorBlockKernel implements BlockKernel {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() > ROWS / 4
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int GROUP = 4 * LANES;

    @Override
    public long scores(float[] data, int base, int[] columns, float[] weights, int count, float[] start, int from,
            float floor, float[] out) {
        long found = 0;
        for (int r = 0; r < ROWS; r += GROUP) {
            found |= group(data, base + r, columns, weights, count, start, from + r, floor, out, r) << r;
        }
        return found;
    }

    /** Four vectors of rows at once, whose sums stay in registers while the columns pass by. */
    private static long group(float[] data, int base, int[] columns, float[] weights, int count, float[] start,
            int from, float floor, float[] out, int to) {
        FloatVector s0 = FloatVector.fromArray(SPECIES, start, from);
        FloatVector s1 = FloatVector.fromArray(SPECIES, start, from + LANES);
        FloatVector s2 = FloatVector.fromArray(SPECIES, start, from + 2 * LANES);
        FloatVector s3 = FloatVector.fromArray(SPECIES, start, from + 3 * LANES);
        for (int i = 0; i < count; i++) {
            int at = base + columns[i] * ROWS;
            FloatVector weight = FloatVector.broadcast(SPECIES, weights[i]);
            s0 = s0.add(weight.mul(FloatVector.fromArray(SPECIES, data, at)));
            s1 = s1.add(weight.mul(FloatVector.fromArray(SPECIES, data, at + LANES)));
            s2 = s2.add(weight.mul(FloatVector.fromArray(SPECIES, data, at + 2 * LANES)));
            s3 = s3.add(weight.mul(FloatVector.fromArray(SPECIES, data, at + 3 * LANES)));
        }
        s0.intoArray(out, to);
        s1.intoArray(out, to + LANES);
        s2.intoArray(out, to + 2 * LANES);
        s3.intoArray(out, to + 3 * LANES);
        return s0.compare(VectorOperators.GE, floor).toLong() | s1.compare(VectorOperators.GE, floor).toLong() << LANES
                | s2.compare(VectorOperators.GE, floor).toLong() << (2 * LANES)
                | s3.compare(VectorOperators.GE, floor).toLong() << (3 * LANES);
    }

    @Override
    public void add(float weight, float[] x, int from, float[] y, int length) {
        FloatVector factor = FloatVector.broadcast(SPECIES, weight);
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            FloatVector.fromArray(SPECIES, y, i).add(factor.mul(FloatVector.fromArray(SPECIES, x, from + i)))
                    .intoArray(y, i);
        }
        for (; i < length; i++) {
            y[i] += weight * x[from + i];
        }
    }
}
