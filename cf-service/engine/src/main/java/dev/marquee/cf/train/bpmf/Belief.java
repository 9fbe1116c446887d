package dev.marquee.cf.train.bpmf;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * What is believed of the rows of one side before their ratings: each factor scatters normally around a mean of its own
 * with a precision of its own, drawn from what the rows are. The precision comes from a gamma distribution, so that the
 * variance is scaled inverse χ², and the mean from a normal one around 0 that counts as one row (Gelman et al.,
 * Bayesian Data Analysis, 3.3; Rendle 2012, "Factorization machines with libFM", 4.4). Immutable, thread-safe.
 *
 * @param means by factor
 * @param precisions by factor
 */
record Belief(float[] means, float[] precisions) {
    private static final double SHAPE = 1;
    private static final double RATE = 0.01;
    private static final int MEAN_WEIGHT = 1;
    /** A product of k factors of two such rows has a variance of a third. */
    private static final double FIRST_VARIANCE = 1.0 / 3;

    /** Where a training begins: rows scatter around 0 about as widely as ratings usually make them. */
    static Belief start(int factors) {
        float[] precisions = new float[factors];
        Arrays.fill(precisions, (float) Math.sqrt(factors / FIRST_VARIANCE));
        return new Belief(new float[factors], precisions);
    }

    /**
     * Draws from what is believed once the rows are known.
     *
     * @param rows how many
     * @param sums over the rows, by factor
     * @param squares over the rows, by factor
     */
    static Belief draw(int rows, double[] sums, double[] squares, RandomGenerator random) {
        int k = sums.length;
        float[] means = new float[k];
        float[] precisions = new float[k];
        double weight = MEAN_WEIGHT + rows;
        for (int f = 0; f < k; f++) {
            double scatter = Math.max(0, squares[f] - sums[f] * sums[f] / weight);
            double precision = precision(rows, scatter, random);
            precisions[f] = (float) precision;
            means[f] = (float) (sums[f] / weight + random.nextGaussian() / Math.sqrt(precision * weight));
        }
        return new Belief(means, precisions);
    }

    /** Draws the precision of so many numbers around 0 with that sum of squares. */
    static double precision(int numbers, double squares, RandomGenerator random) {
        return Draws.gamma(random, SHAPE + numbers / 2.0, RATE + squares / 2);
    }
}
