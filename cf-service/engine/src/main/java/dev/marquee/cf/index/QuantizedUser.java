package dev.marquee.cf.index;

/**
 * A user x = t·d + f with whole numbers d; see {@link QuantizedItems}.
 *
 * @param x as it is
 * @param codes d
 * @param bias what the larger whole numbers of even bytes add to every sum, modulo 2¹⁶
 * @param length |x|
 * @param scale t
 * @param slope what the remainders of user and items can add to a product for each unit of an item's length
 * @param slack the rounding of the floats
 */
record QuantizedUser(float[] x, short[] codes, short bias, float length, float scale, float slope, float slack) {}
