package dev.marquee.cf.train.bpmf;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Random numbers of the distributions that Gibbs sampling needs.
 */
final class Draws {
    /** Sides, for {@link #of}. */
    static final int USERS = 0;
    static final int MOVIES = 1;
    /** Added to a side: its noise of the regression of features. */
    static final int ROW_NOISE = 2;
    static final int FEATURE_NOISE = 4;
    /** In place of a side. */
    static final int SITTINGS = 6;
    /** In place of a row. */
    static final int BELIEF = -1;
    static final int FEATURE_PRECISION = -2;
    static final int NOISE_LEVEL = -3;
    static final int PROBES = -4;
    /** In place of a sweep. */
    static final int START = -1;

    private Draws() {}

    /** A generator of its own for each row of each sweep, so that neither threads nor a restart change a draw. */
    static RandomGenerator of(long seed, int sweep, int side, int row) {
        long mixed = seed;
        for (int part : new int[]{sweep, side, row}) {
            mixed = mix(mixed * 31 + part);
        }
        return new SplittableRandom(mixed);
    }

    /** The finaliser of MurmurHash3, which spreads neighbouring numbers. */
    private static long mix(long z) {
        z = (z ^ z >>> 33) * 0xff51afd7ed558ccdL;
        z = (z ^ z >>> 33) * 0xc4ceb9fe1a85ec53L;
        return z ^ z >>> 33;
    }

    static void gaussian(RandomGenerator random, float[] target, int from, int count) {
        for (int i = from; i < from + count; i++) {
            target[i] = (float) random.nextGaussian();
        }
    }

    /**
     * A draw of the gamma distribution (Marsaglia and Tsang 2000, "A simple method for generating gamma variables").
     *
     * @param shape more than 0
     * @param rate more than 0
     */
    static double gamma(RandomGenerator random, double shape, double rate) {
        if (shape < 1) {
            return gamma(random, shape + 1, rate) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double root = 1 + c * x;
            double v = root * root * root;
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v / rate;
            }
        }
    }
}
