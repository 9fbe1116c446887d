package dev.marquee.cf.index;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import jdk.internal.vm.annotation.ForceInline;

/**
 * The upper bounds of a block by the Vector API, for one user or for four at once.
 *
 * <p>
 * A short v = 256·h + l holds the whole numbers of two items. Σ v·d = 256·Σ h·d + Σ l·d, and h is v shifted by 8 bits;
 * so with Σ h·d summed beside it Σ l·d follows, all modulo 2¹⁶, which loses nothing, as both sums fit 16 bits. One
 * vector of shorts so serves two items in each lane, and nothing has to be widened. Stateless, thread-safe.
 */
final class PanamaBlockBounds {
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED.length() <= QuantizedItems.PAIRS
            ? ShortVector.SPECIES_PREFERRED
            : ShortVector.SPECIES_512;
    private static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, SHORTS.vectorShape());
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SHORTS.vectorShape());
    private static final VectorSpecies<Short> HALVES = VectorSpecies.of(short.class,
            VectorShape.forBitSize(SHORTS.vectorBitSize() / 2));
    private static final int LANES = SHORTS.length();
    private static final int HALF = FLOATS.length();
    private static final int ITEMS = QuantizedItems.PAIRS;

    private PanamaBlockBounds() {}

    /**
     * As {@link ScalarBlockBounds#reach}.
     *
     * @param sums room for one block
     */
    static long reach(QuantizedItems items, int block, QuantizedUser user, float threshold,
            short[] sums, float[] bounds) {
        for (int lane = 0; lane < ITEMS; lane += LANES) {
            sum(items.codes, items.first(block) + lane, items.factors, user.codes(), sums, lane);
        }
        return bounds(items, block, user, sums, 0, threshold, bounds);
    }

    private static void sum(short[] codes, int first, int factors, short[] user, short[] sums, int lane) {
        ShortVector both = ShortVector.zero(SHORTS);
        ShortVector high = ShortVector.zero(SHORTS);
        for (int f = 0; f < factors; f++) {
            ShortVector pair = ShortVector.fromArray(SHORTS, codes, first + f * ITEMS);
            ShortVector factor = ShortVector.broadcast(SHORTS, user[f]);
            both = both.add(pair.mul(factor));
            high = high.add(pair.lanewise(VectorOperators.ASHR, 8).mul(factor));
        }
        store(both, high, sums, lane);
    }

    /**
     * The same for four users: each item is read once for all.
     *
     * @param sums room for four blocks
     * @param bounds receives four blocks of bounds
     * @param reached receives four sets of bits
     */
    static void reachFour(QuantizedItems items, int block, QuantizedUser[] users, float[] thresholds,
            short[] sums, float[] bounds, long[] reached) {
        for (int lane = 0; lane < ITEMS; lane += LANES) {
            sumFour(items.codes, items.first(block) + lane, items.factors, users[0].codes(), users[1].codes(),
                    users[2].codes(), users[3].codes(), sums, lane);
        }
        for (int user = 0; user < 4; user++) {
            reached[user] = bounds(items, block, users[user], sums, user * QuantizedItems.BLOCK, thresholds[user],
                    bounds);
        }
    }

    private static void sumFour(short[] codes, int first, int factors, short[] u0, short[] u1, short[] u2, short[] u3,
            short[] sums, int lane) {
        ShortVector both0 = ShortVector.zero(SHORTS);
        ShortVector both1 = ShortVector.zero(SHORTS);
        ShortVector both2 = ShortVector.zero(SHORTS);
        ShortVector both3 = ShortVector.zero(SHORTS);
        ShortVector high0 = ShortVector.zero(SHORTS);
        ShortVector high1 = ShortVector.zero(SHORTS);
        ShortVector high2 = ShortVector.zero(SHORTS);
        ShortVector high3 = ShortVector.zero(SHORTS);
        for (int f = 0; f < factors; f++) {
            ShortVector pair = ShortVector.fromArray(SHORTS, codes, first + f * ITEMS);
            ShortVector odd = pair.lanewise(VectorOperators.ASHR, 8);
            ShortVector factor0 = ShortVector.broadcast(SHORTS, u0[f]);
            ShortVector factor1 = ShortVector.broadcast(SHORTS, u1[f]);
            ShortVector factor2 = ShortVector.broadcast(SHORTS, u2[f]);
            ShortVector factor3 = ShortVector.broadcast(SHORTS, u3[f]);
            both0 = both0.add(pair.mul(factor0));
            both1 = both1.add(pair.mul(factor1));
            both2 = both2.add(pair.mul(factor2));
            both3 = both3.add(pair.mul(factor3));
            high0 = high0.add(odd.mul(factor0));
            high1 = high1.add(odd.mul(factor1));
            high2 = high2.add(odd.mul(factor2));
            high3 = high3.add(odd.mul(factor3));
        }
        store(both0, high0, sums, lane);
        store(both1, high1, sums, QuantizedItems.BLOCK + lane);
        store(both2, high2, sums, 2 * QuantizedItems.BLOCK + lane);
        store(both3, high3, sums, 3 * QuantizedItems.BLOCK + lane);
    }

    @ForceInline
    private static void store(ShortVector both, ShortVector high, short[] sums, int at) {
        both.sub(high.lanewise(VectorOperators.LSHL, 8)).intoArray(sums, at);
        high.intoArray(sums, at + ITEMS);
    }

    private static long bounds(QuantizedItems items, int block, QuantizedUser user, short[] sums, int at,
            float threshold, float[] bounds) {
        long reached = 0;
        for (int in = 0; in < QuantizedItems.BLOCK; in += HALF) {
            int from = block * QuantizedItems.BLOCK + in;
            ShortVector whole = ShortVector.fromArray(HALVES, sums, at + in).sub(in < ITEMS ? user.bias() : 0);
            // In two steps, as GraalVM has none from shorts to floats: the block would take it 3,400 ns in place of 14.
            FloatVector sum = (FloatVector) whole.convertShape(VectorOperators.S2I, INTS, 0)
                    .convertShape(VectorOperators.I2F, FLOATS, 0);
            FloatVector bound = FloatVector.fromArray(FLOATS, items.scales, from).mul(user.scale())
                    .fma(sum, FloatVector.fromArray(FLOATS, items.offsets, from));
            bound = FloatVector.fromArray(FLOATS, items.lengths, from)
                    .fma(FloatVector.broadcast(FLOATS, user.slope()), bound);
            bound.intoArray(bounds, at + in);
            reached |= bound.compare(VectorOperators.GE, threshold).toLong() << in;
        }
        return reached;
    }
}
