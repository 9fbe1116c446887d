package dev.marquee.cf.index;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The upper bounds of a block by the Vector API: for each factor, a vector of items' whole numbers is widened to shorts,
 * multiplied by the user's number and summed; no sum can overflow (see {@link QuantizedItems}).
 */
final class PanamaBlockBounds {
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Byte> BYTES = VectorSpecies.of(byte.class,
            VectorShape.forBitSize(SHORTS.vectorBitSize() / 2));
    private static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, SHORTS.vectorShape());
    private static final int LANES = SHORTS.length();
    private static final int HALF = FLOATS.length();

    private PanamaBlockBounds() {}

    /**
     * Bounds as {@link ScalarBlockBounds#bound}.
     *
     * @return whether any bound reaches the threshold
     */
    static boolean reach(QuantizedItems items, int block, short[] user, float userScale, float slope, float threshold,
            float[] bounds) {
        boolean any = false;
        byte[] codes = items.codes;
        int first = block * QuantizedItems.BLOCK * items.factors;
        for (int lane = 0; lane < QuantizedItems.BLOCK; lane += 2 * LANES) {
            ShortVector low = ShortVector.zero(SHORTS);
            ShortVector high = low;
            for (int f = 0; f < user.length; f++) {
                int from = first + f * QuantizedItems.BLOCK + lane;
                ShortVector factor = ShortVector.broadcast(SHORTS, user[f]);
                low = low.add(widened(codes, from).mul(factor));
                high = high.add(widened(codes, from + LANES).mul(factor));
            }
            int place = block * QuantizedItems.BLOCK + lane;
            any |= finish(items, low, place, userScale, slope, threshold, bounds, lane);
            any |= finish(items, high, place + LANES, userScale, slope, threshold, bounds, lane + LANES);
        }
        return any;
    }

    private static ShortVector widened(byte[] codes, int from) {
        return (ShortVector) ByteVector.fromArray(BYTES, codes, from).convertShape(VectorOperators.B2S, SHORTS, 0);
    }

    private static boolean finish(QuantizedItems items, ShortVector sums, int place, float userScale, float slope,
            float threshold, float[] bounds, int at) {
        boolean any = false;
        for (int part = 0; part < 2; part++) {
            int from = place + part * HALF;
            FloatVector sum = (FloatVector) sums.convertShape(VectorOperators.S2F, FLOATS, part);
            FloatVector bound = FloatVector.fromArray(FLOATS, items.scales, from).mul(userScale)
                    .fma(sum, FloatVector.fromArray(FLOATS, items.offsets, from));
            bound = FloatVector.fromArray(FLOATS, items.lengths, from).fma(FloatVector.broadcast(FLOATS, slope), bound);
            bound.intoArray(bounds, at + part * HALF);
            any |= bound.compare(VectorOperators.GE, threshold).anyTrue();
        }
        return any;
    }
}
