package dev.marquee.cf.model;

import java.util.stream.DoubleStream;

/**
 * What each thing that is said of a movie weighs in a final score: it depends on how much is known of the user.
 * Immutable, thread-safe.
 *
 * @param weights {@value #FEATURES} for each of the {@value #LEVELS} functions of how much is known
 * @param nearness by how much more it counts that a movie's content is like that of liked ones, as long as nothing is
 *            known of the user; it falls with e^-known
 */
public record ScoreWeights(double[] weights, double nearness) {
    /** How many things are said of a movie. */
    public static final int FEATURES = 7;
    /** The place among these of what its content says. */
    public static final int CONTENT = 6;
    /** The places of what is the same for everybody: popularity, trend, quality. */
    private static final int SHARED_FROM = 3;
    private static final int SHARED_TO = 5;
    /** How many functions of the user's ratings each of them is multiplied by. */
    public static final int LEVELS = 3;

    public ScoreWeights {
        if (weights.length != FEATURES * LEVELS) {
            throw new IllegalArgumentException("A final score has " + FEATURES * LEVELS + " weights, not "
                    + weights.length);
        }
    }

    /**
     * The weights at a number of ratings.
     *
     * @param known the sum of where the user's ratings lie between the worst, 0, and the best, 1
     * @return one for each thing that is said
     */
    public double[] at(double known) {
        double[] levels = levels(known);
        double[] now = new double[FEATURES];
        for (int i = 0; i < weights.length; i++) {
            now[i % FEATURES] += levels[i / FEATURES] * weights[i];
        }
        now[CONTENT] += nearness * Math.exp(-known);
        return now;
    }

    /** Whether what is said depends on what the user rated. */
    public static boolean isPersonal(int feature) {
        return feature < SHARED_FROM || feature > SHARED_TO;
    }

    /** The functions at a number of ratings, as {@link #at} takes it. */
    public static double[] levels(double known) {
        return new double[]{1, Math.log1p(known) / 5, Math.exp(-known / 2.5)};
    }

    /** The same with another nearness. */
    public ScoreWeights nearness(double other) {
        return new ScoreWeights(weights, other);
    }

    boolean finite() {
        return Double.isFinite(nearness) && DoubleStream.of(weights).allMatch(Double::isFinite);
    }
}
