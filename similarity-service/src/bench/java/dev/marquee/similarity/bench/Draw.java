package dev.marquee.similarity.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Draws numbers with given weights, by binary search in their running sum.
 */
final class Draw {
    private final double[] sums;

    Draw(double... weights) {
        sums = weights.clone();
        Arrays.parallelPrefix(sums, Double::sum);
    }

    /** Popularity falls with a power of the rank: {@code (rank + flat)^-power}. */
    static Draw power(int size, double flat, double power) {
        IntToDoubleFunction weight = rank -> Math.pow(rank + flat, -power);
        return new Draw(IntStream.range(1, size + 1).mapToDouble(weight).toArray());
    }

    int next(SplittableRandom random) {
        int found = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        return Math.min(found >= 0 ? found + 1 : -found - 1, sums.length - 1);
    }
}
