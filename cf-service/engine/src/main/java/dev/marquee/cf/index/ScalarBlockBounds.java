package dev.marquee.cf.index;

/**
 * The upper bounds of a block by plain loops: the reference.
 */
final class ScalarBlockBounds {
    private ScalarBlockBounds() {}

    /**
     * Computes offset + t·s·(d·c) + slope·|q| for each place of a block.
     *
     * @param threshold what is asked for
     * @param bounds receives one number for each place
     * @return which bounds reach the threshold, as bits
     */
    static long reach(QuantizedItems items, int block, QuantizedUser user, float threshold, float[] bounds) {
        long reached = 0;
        for (int i = 0; i < QuantizedItems.BLOCK; i++) {
            int place = block * QuantizedItems.BLOCK + i;
            int sum = 0;
            for (int f = 0; f < items.factors; f++) {
                sum += user.codes()[f] * items.whole(place, f);
            }
            bounds[i] = items.offsets[place] + user.scale() * items.scales[place] * sum
                    + user.slope() * items.lengths[place];
            reached |= bounds[i] >= threshold ? 1L << i : 0;
        }
        return reached;
    }
}
