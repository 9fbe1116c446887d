package dev.marquee.cf.train.bpmf;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.train.support.RunningState;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * How far each user's ratings scatter around what the factors make of them. Some people rate by a fixed scale and some
 * by mood, so each has a precision of their own, drawn from a gamma distribution around a common one (after the robust
 * Bayesian factorisation of Lakshminarayanan, Bouchard, Archambeau 2011). Not thread-safe.
 */
final class RatingNoise {
    /** What is believed of a user's precision counts as that many ratings. */
    private static final double DEGREES = 10;
    /** Shape and rate of the gamma distribution that the common variance is believed to come from: nearly nothing. */
    private static final double SHAPE = 1;
    private static final double RATE = 0.1;
    /** Nobody is more consistent than to a thirtieth of a star; a bound that only artificial ratings meet. */
    private static final double HIGHEST = 1000;

    private final RatingMatrix train;
    private final long seed;
    private final float[] precisions;
    private final double[] variances;

    RatingNoise(RatingMatrix train, long seed) {
        this.train = train;
        this.seed = seed;
        this.precisions = new float[train.users().size()];
        this.variances = new double[precisions.length];
        Arrays.fill(precisions, 1);
    }

    /** Of each user's ratings. */
    float[] precisions() {
        return precisions;
    }

    /**
     * @param squares the sum of the squared errors of each user's ratings
     */
    void draw(int sweep, double[] squares) {
        RandomGenerator random = Draws.of(seed, sweep, Draws.USERS, Draws.NOISE_LEVEL);
        double sum = 0;
        int rated = 0;
        for (int user = 0; user < precisions.length; user++) {
            if (train.byUser().length(user) > 0) {
                sum += precisions[user];
                rated++;
            }
        }
        double common = Draws.gamma(random, SHAPE + rated * DEGREES / 2, RATE + DEGREES / 2 * sum);
        for (int user = 0; user < precisions.length; user++) {
            int ratings = train.byUser().length(user);
            precisions[user] = (float) Math.min(HIGHEST, Draws.gamma(random, (DEGREES + ratings) / 2,
                    (DEGREES * common + squares[user]) / 2));
        }
    }

    /** Takes the present sample into the mean. */
    void keep() {
        for (int user = 0; user < variances.length; user++) {
            variances[user] += 1 / precisions[user];
        }
    }

    /** The mean of each user's variance over the samples kept, whose number is given. */
    double[] variances(int samples) {
        return Arrays.stream(variances).map(sum -> sum / samples).toArray();
    }

    RunningState addTo(RunningState state) {
        return state.floats("ratingPrecisions", precisions).doubles("ratingVariances", variances);
    }
}
