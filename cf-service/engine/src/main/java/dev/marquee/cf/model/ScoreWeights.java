package dev.marquee.cf.model;

import java.util.stream.DoubleStream;

/**
 * What each thing that is said of a movie weighs in a final score: it depends on how much is known of the user, and on
 * whether the list is asked for in the sitting of the last rating that is known, or later. Immutable, thread-safe.
 *
 * @param weights of lists in the sitting: {@value #FEATURES} for each of the {@value #LEVELS} functions of how much is
 *            known
 * @param away as many, of lists after it
 * @param nearness by how much more it counts that a movie's content is like that of liked ones, as long as nothing is
 *            known of the user; it falls with e^-known
 */
public record ScoreWeights(double[] weights, double[] away, double nearness) {
    /** How many things are said of a movie. */
    public static final int FEATURES = 7;
    /** The place among these of what its content says. */
    public static final int CONTENT = 6;
    /** The places of what is the same for everybody: popularity, trend, quality. */
    private static final int SHARED_FROM = 3;
    private static final int SHARED_TO = 5;
    /** How many functions of the user's ratings each of them is multiplied by. */
    public static final int LEVELS = 3;
    /** A sitting is over when nothing was rated for so long. */
    private static final long SITTING_SECONDS = 3600;

    public ScoreWeights {
        if (weights.length != FEATURES * LEVELS || away.length != FEATURES * LEVELS) {
            throw new IllegalArgumentException("A final score has twice " + FEATURES * LEVELS + " weights, not "
                    + weights.length + " and " + away.length);
        }
    }

    /** Whenever a list is asked for. */
    public ScoreWeights(double[] weights, double nearness) {
        this(weights, weights, nearness);
    }

    /**
     * The weights for someone.
     *
     * @param known the sum of where the user's ratings lie between the worst, 0, and the best, 1
     * @param isAway whether the list is asked for after the last sitting; see {@link #isAway(long, long)}
     * @return one for each thing that is said
     */
    public double[] at(double known, boolean isAway) {
        double[] those = isAway ? away : weights;
        double[] levels = levels(known);
        double[] now = new double[FEATURES];
        for (int i = 0; i < those.length; i++) {
            now[i % FEATURES] += levels[i / FEATURES] * those[i];
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

    /**
     * Whether a sitting was over when a list was asked for: what people like when they come back is not what they would
     * have gone on with.
     *
     * @param last seconds since 1970 of the last rating that is known; 0 where that is unknown, and then it was not
     * @param asked seconds since 1970
     */
    public static boolean isAway(long last, long asked) {
        return last > 0 && asked - last > SITTING_SECONDS;
    }

    /** The same with another nearness. */
    public ScoreWeights nearness(double other) {
        return new ScoreWeights(weights, away, other);
    }

    boolean finite() {
        return Double.isFinite(nearness)
                && DoubleStream.concat(DoubleStream.of(weights), DoubleStream.of(away)).allMatch(Double::isFinite);
    }
}
