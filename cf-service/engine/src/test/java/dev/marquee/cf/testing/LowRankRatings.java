package dev.marquee.cf.testing;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import java.util.Random;

/**
 * Ratings from biases and a few hidden factors with a little noise, so that a trainer can find more than biases in
 * them.
 */
public final class LowRankRatings {
    private static final int HIDDEN = 3;
    private static final double NOISE = 0.2;

    private LowRankRatings() {}

    /**
     * @param density share of the cells that have a rating
     * @return ratings from 1 to 5; user ids are 10 times their number, movie ids 7 times, both from 1
     */
    public static RatingMatrix of(int users, int movies, double density, long seed) {
        Random random = new Random(seed);
        double[] userBias = gaussian(random, users, 0.3);
        double[] movieBias = gaussian(random, movies, 0.3);
        double[] p = gaussian(random, users * HIDDEN, 0.7);
        double[] q = gaussian(random, movies * HIDDEN, 0.7);
        RatingMatrixBuilder builder = RatingMatrix.builder();
        for (int u = 0; u < users; u++) {
            for (int i = 0; i < movies; i++) {
                if (random.nextDouble() < density) {
                    double rating = 3.2 + userBias[u] + movieBias[i] + NOISE * random.nextGaussian();
                    for (int f = 0; f < HIDDEN; f++) {
                        rating += p[u * HIDDEN + f] * q[i * HIDDEN + f];
                    }
                    builder.add(10L * (u + 1), 7L * (i + 1), (float) Math.clamp(rating, 1, 5), 0);
                }
            }
        }
        return builder.build();
    }

    private static double[] gaussian(Random random, int size, double deviation) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = deviation * random.nextGaussian();
        }
        return values;
    }
}
