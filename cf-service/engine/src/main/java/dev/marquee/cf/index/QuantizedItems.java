package dev.marquee.cf.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An 8-bit copy of the items that bounds every score from above.
 *
 * <p>
 * An item is q = s·c + e with whole numbers c and a remainder e, a user x = t·d + f likewise. Then x·q = t·s·(d·c) +
 * t·d·e + f·q, and by Cauchy and Schwarz the last two terms are at most |t·d|·|e| + |f|·|q|. With ρ the largest |e|/|q|
 * of all items,
 *
 * <pre>offset + x·q ≤ offset + t·s·(d·c) + (ρ·|t·d| + |f|)·|q|</pre>
 *
 * plus a slack for the rounding of the floats. Scales are chosen so that |c| and |d| are at most {@value #LENGTH}: then
 * every partial sum of d·c fits 16 bits, for any number of factors, and one vector of shorts sums many items at once.
 * Items stand in blocks of {@value #BLOCK}, within a block by factor. Blocks are ordered by length and offset, so that
 * the first ones fill the list with high scores and later ones can be passed over whole. Immutable, thread-safe.
 */
final class QuantizedItems {
    /** Items of a block: two 512-bit vectors of shorts. */
    static final int BLOCK = 64;
    static final int PAIRS = BLOCK / 2;
    /** Makes the lower number of a pair positive, so that the upper one is left by a shift. */
    static final int LOW_BIAS = 128;
    /**
     * Makes vectors begin at cache lines, as large arrays stand at the start of a page and their numbers 16 bytes
     * later.
     */
    private static final int FIRST = 24;
    private static final float LENGTH = 180;
    private static final int MOST = 127;
    /** Relative rounding of sums of floats, generously. */
    private static final float ROUNDING = 1e-6f;
    private static final float LARGEST = 1e30f;

    final int factors;
    final int blocks;
    /**
     * Blocks × factors × BLOCK/2 pairs 256·h + l of whole numbers: h that of an item of the second half of the block,
     * and l that of the item as far into the first half plus {@value #LOW_BIAS}; see {@link PanamaBlockBounds}.
     */
    final short[] codes;
    /** By place, not by item: s, |q|, offset; negative infinity offsets fill the last block. */
    final float[] scales;
    final float[] lengths;
    final float[] offsets;
    /** The item at a place. */
    final int[] order;
    private final float[] blockLength;
    private final float[] blockOffset;
    private final float largestOffset;
    private final float longest;
    private float worstRemainder;

    QuantizedItems(float[] items, float[] itemOffsets, int factors) {
        int size = itemOffsets.length;
        this.factors = factors;
        this.blocks = (size + BLOCK - 1) / BLOCK;
        this.codes = new short[FIRST + Math.multiplyExact(blocks * PAIRS, factors)];
        this.scales = new float[blocks * BLOCK];
        this.lengths = new float[blocks * BLOCK];
        this.offsets = new float[blocks * BLOCK];
        this.blockLength = new float[blocks];
        this.blockOffset = new float[blocks];
        this.order = order(items, itemOffsets, factors);
        float largest = 0;
        for (int place = 0; place < offsets.length; place++) {
            if (place < size) {
                quantize(items, order[place], place);
                offsets[place] = itemOffsets[order[place]];
                largest = Math.max(largest, Math.abs(offsets[place]));
            } else {
                offsets[place] = Float.NEGATIVE_INFINITY;
            }
            int block = place / BLOCK;
            blockLength[block] = Math.max(blockLength[block], lengths[place]);
            blockOffset[block] = place % BLOCK == 0 ? offsets[place] : Math.max(blockOffset[block], offsets[place]);
        }
        this.largestOffset = largest;
        float most = 0;
        for (float length : blockLength) {
            most = Math.max(most, length);
        }
        this.longest = most;
    }

    /** Where the pairs of a block begin; within it they stand by factor. */
    int first(int block) {
        return FIRST + block * PAIRS * factors;
    }

    /**
     * Where the pair with the first whole number of the item at a place is; the next ones follow {@value #PAIRS} apart.
     */
    private int code(int place) {
        return first(place / BLOCK) + place % PAIRS;
    }

    /** The whole number of a factor of the item at a place. */
    int whole(int place, int factor) {
        short pair = codes[code(place) + factor * PAIRS];
        return place % BLOCK < PAIRS ? (pair & 0xff) - LOW_BIAS : pair >> Byte.SIZE;
    }

    /** The items by descending promise, an upper bound of the score for users of length 1; ties by ascending index. */
    private static int[] order(float[] items, float[] offsets, int factors) {
        long[] keys = new long[offsets.length];
        for (int item = 0; item < keys.length; item++) {
            keys[item] = (long) descending(offsets[item] + length(items, item * factors, factors)) << Integer.SIZE
                    | item;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int place = 0; place < order.length; place++) {
            order[place] = (int) keys[place];
        }
        return order;
    }

    /**
     * A whole number that is the smaller the larger the float: its bits in an order that whole numbers have, turned
     * round.
     */
    private static int descending(float value) {
        int bits = Float.floatToIntBits(value);
        return ~(bits ^ ((bits >> (Integer.SIZE - 1)) & Integer.MAX_VALUE));
    }

    private static float length(float[] x, int from, int factors) {
        double sum = 0;
        for (int f = 0; f < factors; f++) {
            sum += (double) x[from + f] * x[from + f];
        }
        return (float) Math.sqrt(sum);
    }

    private void quantize(float[] items, int item, int place) {
        int from = item * factors;
        float length = length(items, from, factors);
        float scale = scale(items, from, length);
        double remainder = 0;
        boolean low = place % BLOCK < PAIRS;
        int code = code(place);
        for (int f = 0; f < factors; f++) {
            int whole = scale == 0 ? 0 : Math.round(items[from + f] / scale);
            codes[code + f * PAIRS] += (short) (low ? whole + LOW_BIAS : whole << Byte.SIZE);
            double left = items[from + f] - (double) scale * whole;
            remainder += left * left;
        }
        scales[place] = scale;
        lengths[place] = length;
        if (length > 0) {
            worstRemainder = Math.max(worstRemainder, (float) (Math.sqrt(remainder) / length) * (1 + ROUNDING));
        }
    }

    /** So that the whole numbers have at most the length and none is out of a byte's range. */
    private float scale(float[] x, int from, float length) {
        float most = 0;
        for (int f = 0; f < factors; f++) {
            most = Math.max(most, Math.abs(x[from + f]));
        }
        // Rounding to whole numbers can lengthen by √k/2.
        float room = LENGTH - (float) Math.sqrt(factors) / 2;
        float scale = Math.max(length / room, most / MOST);
        return scale < Float.MIN_NORMAL ? 0 : scale;
    }

    /** Whether no item of a block can reach a score. */
    boolean below(int block, QuantizedUser user, float score) {
        return blockOffset[block] + user.length() * blockLength[block] + user.slack() < score;
    }

    /** Which places of a block hold an item, as bits. */
    long filled(int block) {
        int left = order.length - block * BLOCK;
        return left >= BLOCK ? -1L : (1L << left) - 1;
    }

    /**
     * Whether the slack holds what floats lose: of numbers below {@link Float#MIN_NORMAL} they lose up to 2⁻¹⁵⁰ each,
     * however small the numbers are. Of t·s that counts 2¹⁵ times, as the sum of whole numbers is multiplied by it; of
     * a length as often as the other side is long. 2⁻¹²⁶ is generous for both.
     */
    private boolean boundable(float length) {
        double reach = largestOffset + length * (double) longest;
        return reach < LARGEST && ROUNDING * reach >= Float.MIN_NORMAL * (1.0 + length + longest);
    }

    /**
     * A user as whole numbers.
     *
     * @return {@code null} where the numbers are too large or too small for bounds in floats
     */
    @Nullable
    QuantizedUser quantize(float[] x) {
        float length = length(x, 0, factors);
        if (!boundable(length)) {
            return null;
        }
        float scale = scale(x, 0, length);
        short[] whole = new short[factors];
        double remainder = 0;
        double wholeLength = 0;
        int bias = 0;
        for (int f = 0; f < factors; f++) {
            whole[f] = (short) (scale == 0 ? 0 : Math.round(x[f] / scale));
            double left = x[f] - (double) scale * whole[f];
            remainder += left * left;
            wholeLength += (double) whole[f] * whole[f];
            bias += LOW_BIAS * whole[f];
        }
        float slope = (float) (worstRemainder * scale * Math.sqrt(wholeLength) + Math.sqrt(remainder))
                + ROUNDING * factors * length;
        return new QuantizedUser(x, whole, (short) bias, length, scale, slope,
                ROUNDING * (largestOffset + length * longest));
    }
}
