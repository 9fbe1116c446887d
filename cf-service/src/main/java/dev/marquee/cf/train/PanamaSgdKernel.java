package dev.marquee.cf.train;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The Vector API; rows are whole vectors, so there is no tail.
 */
final class PanamaSgdKernel implements SgdKernel {
    /** At most 16 lanes, because rows are padded to 16 floats. */
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() <= SgdRows.PADDING
            ? FloatVector.SPECIES_PREFERRED
            : FloatVector.SPECIES_512;
    private static final int LANES = SPECIES.length();

    @Override
    public float dot(float[] p, int fromP, float[] q, int fromQ, int length) {
        FloatVector even = FloatVector.zero(SPECIES);
        FloatVector odd = even;
        int f = 0;
        for (; f <= length - 2 * LANES; f += 2 * LANES) {
            even = FloatVector.fromArray(SPECIES, p, fromP + f).fma(FloatVector.fromArray(SPECIES, q, fromQ + f), even);
            odd = FloatVector.fromArray(SPECIES, p, fromP + f + LANES)
                    .fma(FloatVector.fromArray(SPECIES, q, fromQ + f + LANES), odd);
        }
        for (; f < length; f += LANES) {
            even = FloatVector.fromArray(SPECIES, p, fromP + f).fma(FloatVector.fromArray(SPECIES, q, fromQ + f), even);
        }
        return even.add(odd).reduceLanes(VectorOperators.ADD);
    }

    @Override
    public void move(float[] p, int fromP, float keepP, float pullP, float[] q, int fromQ, float keepQ, float pullQ,
            int length) {
        FloatVector keepPs = FloatVector.broadcast(SPECIES, keepP);
        FloatVector pullPs = FloatVector.broadcast(SPECIES, pullP);
        FloatVector keepQs = FloatVector.broadcast(SPECIES, keepQ);
        FloatVector pullQs = FloatVector.broadcast(SPECIES, pullQ);
        for (int f = 0; f < length; f += LANES) {
            FloatVector oldP = FloatVector.fromArray(SPECIES, p, fromP + f);
            FloatVector oldQ = FloatVector.fromArray(SPECIES, q, fromQ + f);
            oldQ.fma(pullPs, oldP.mul(keepPs)).intoArray(p, fromP + f);
            oldP.fma(pullQs, oldQ.mul(keepQs)).intoArray(q, fromQ + f);
        }
    }
}
