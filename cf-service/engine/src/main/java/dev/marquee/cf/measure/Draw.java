package dev.marquee.cf.measure;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws without replacement.
 */
final class Draw {
    private Draw() {}

    /**
     * Brings a uniform sample to the front of the array by the first steps of a Fisher–Yates shuffle. The array stays a
     * permutation of what it was, so one may draw again.
     *
     * @param count at most; the whole array where it has fewer
     * @return the sample, in random order
     */
    static int[] first(int[] from, int count, SplittableRandom random) {
        int drawn = Math.min(count, from.length);
        for (int i = 0; i < drawn; i++) {
            int other = random.nextInt(i, from.length);
            int kept = from[i];
            from[i] = from[other];
            from[other] = kept;
        }
        return Arrays.copyOf(from, drawn);
    }
}
