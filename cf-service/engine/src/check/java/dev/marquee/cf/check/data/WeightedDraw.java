package dev.marquee.cf.check.data;

import java.util.SplittableRandom;

/**
 * Draws indexes with given weights in constant time: Walker's alias method (A. J. Walker 1977, in Vose's form of 1991).
 */
public final class WeightedDraw {
    private final double[] keep;
    private final int[] other;

    public WeightedDraw(double[] weights) {
        int n = weights.length;
        keep = new double[n];
        other = new int[n];
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        for (int i = 0; i < n; i++) {
            keep[i] = weights[i] * n / total;
        }
        pair();
    }

    /** Fills up each index that has less than its share from one that has more. */
    private void pair() {
        int n = keep.length;
        int[] pending = new int[n];
        int small = 0;
        int large = n;
        for (int i = 0; i < n; i++) {
            pending[keep[i] < 1 ? small++ : --large] = i;
        }
        while (small > 0 && large < n) {
            int poor = pending[--small];
            int rich = pending[large];
            other[poor] = rich;
            keep[rich] -= 1 - keep[poor];
            if (keep[rich] < 1) {
                pending[small++] = rich;
                large++;
            }
        }
        // What rounding left over keeps itself.
        while (large < n) {
            keep[pending[large++]] = 1;
        }
        while (small > 0) {
            keep[pending[--small]] = 1;
        }
    }

    public int next(SplittableRandom random) {
        int i = random.nextInt(keep.length);
        return random.nextDouble() < keep[i] ? i : other[i];
    }
}
