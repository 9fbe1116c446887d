package dev.marquee.cf.model;

import java.util.stream.DoubleStream;

/**
 * What lists of a ranking model are put in order by in the end, where the training learnt it: a weighted sum of what
 * the model and the tables say of a movie, with weights that depend on how much is known of the user. Immutable,
 * thread-safe.
 *
 * @param weights {@value #FEATURES} for each of the {@value #LEVELS} functions of how much is known
 */
public record FinalScore(ListTables tables, double[] weights) {
    /** How many things are said of a movie. */
    public static final int FEATURES = 6;
    /** How many functions of the user's ratings each of them is multiplied by. */
    public static final int LEVELS = 3;

    void requireMovies(int movies) {
        int factors = tables.factors();
        if (weights.length != FEATURES * LEVELS || tables.popularity().length != movies
                || tables.trend().length != movies || tables.quality().length != movies
                || tables.starBiases().length != movies || tables.starFactors().length != movies * factors) {
            throw new IllegalArgumentException("The final score does not fit " + movies + " movies");
        }
    }

    boolean finite() {
        return tables.finite() && DoubleStream.of(weights).allMatch(Double::isFinite);
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
        return now;
    }

    /** The functions at a number of ratings, as {@link #at} takes it. */
    public static double[] levels(double known) {
        return new double[]{1, Math.log1p(known) / 5, Math.exp(-known / 2.5)};
    }
}
