package dev.marquee.cf.index;

/**
 * The upper bounds of a block by plain loops: the reference.
 */
final class ScalarBlockBounds {
    private ScalarBlockBounds() {}

    /**
     * @param user k whole numbers
     * @param userScale t
     * @param slope what the remainders can add for each unit of an item's length
     * @param bounds receives one bound for each place of the block
     */
    static void bound(QuantizedItems items, int block, short[] user, float userScale, float slope, float[] bounds) {
        int codes = block * QuantizedItems.BLOCK * items.factors;
        for (int i = 0; i < QuantizedItems.BLOCK; i++) {
            int sum = 0;
            for (int f = 0; f < items.factors; f++) {
                sum += user[f] * items.codes[codes + f * QuantizedItems.BLOCK + i];
            }
            int place = block * QuantizedItems.BLOCK + i;
            bounds[i] = items.offsets[place] + userScale * items.scales[place] * sum + slope * items.lengths[place];
        }
    }
}
