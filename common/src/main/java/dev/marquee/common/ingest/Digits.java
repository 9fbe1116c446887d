package dev.marquee.common.ingest;

/**
 * Whole numbers out of bytes, without an object.
 */
public final class Digits {
    private static final int MOST_DIGITS = 18;

    private Digits() {}

    /**
     * @return the number that the bytes from {@code from} to before {@code to} spell, or -1 where they are not 1 to 18
     *         decimal digits
     */
    public static long parse(byte[] bytes, int from, int to) {
        if (to <= from || to - from > MOST_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
