package dev.marquee.cf.check.stage;

import java.util.Arrays;
import java.util.Collection;

/** Small sums. */
final class Figures {

    private Figures() {}

    /** Of two in the middle the mean; NaN of nothing. */
    static double median(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length == 0
                ? Double.NaN
                : sorted.length % 2 == 1 ? sorted[middle] : Arrays.stream(sorted, middle - 1, middle + 1).sum() / 2;
    }

    static double seconds(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
