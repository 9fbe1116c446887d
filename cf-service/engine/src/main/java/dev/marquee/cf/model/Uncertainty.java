package dev.marquee.cf.model;

import java.util.Arrays;
import java.util.Objects;

/**
 * How far ratings may lie from a model's predictions: the variance of a rating of movie i by user u is taken as
 * {@code σ² + v_u + v_i}, the noise of ratings and what is not known of the user and of the movie. Whoever is not in
 * the model is the better known the more ratings they tell. Immutable, thread-safe.
 */
public final class Uncertainty {
    /**
     * How many ratings are told at the steps that v_u is known at; in between it is interpolated by their logarithm.
     */
    private static final int[] TOLD = {0, 1, 2, 4, 8, 16, 32, 64, 128};

    private final float noise;
    private final float[] users;
    private final float[] movies;
    private final float[] told;
    private final float unknownMovie;

    /**
     * Whoever is not in the model counts as a typical one of it. Takes the arrays over without a copy; the caller must
     * not keep them.
     *
     * @param noise σ, the standard deviation in stars of a rating by a known user of a known movie
     * @param users variances v_u by user, 0 or more
     * @param movies variances v_i by movie, 0 or more
     */
    public Uncertainty(float noise, float[] users, float[] movies) {
        this(noise, users, movies, filled(mean(users)), mean(movies));
    }

    /**
     * Takes the arrays over without a copy; the caller must not keep them.
     *
     * @param noise σ, the standard deviation in stars of a rating by a known user of a known movie
     * @param users variances v_u by user, 0 or more
     * @param movies variances v_i by movie, 0 or more
     * @param told variance v_u of someone who tells so many ratings, at each of {@link #steps}
     * @param unknownMovie variance v_i of a movie without ratings
     */
    public Uncertainty(float noise, float[] users, float[] movies, float[] told, float unknownMovie) {
        if (told.length != TOLD.length) {
            throw new IllegalArgumentException(told.length + " variances of newcomers instead of " + TOLD.length);
        }
        this.noise = noise;
        this.users = Objects.requireNonNull(users);
        this.movies = Objects.requireNonNull(movies);
        this.told = told;
        this.unknownMovie = unknownMovie;
    }

    /** The numbers of ratings told that a variance is given for, ascending from 0. */
    public static int[] steps() {
        return TOLD.clone();
    }

    private static float[] filled(float value) {
        float[] filled = new float[TOLD.length];
        Arrays.fill(filled, value);
        return filled;
    }

    private static float mean(float[] numbers) {
        double sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        return numbers.length == 0 ? 0 : (float) (sum / numbers.length);
    }

    void requireSizes(int m, int n) {
        if (users.length != m || movies.length != n) {
            throw new IllegalArgumentException("Uncertainty of " + users.length + " users and " + movies.length
                    + " movies does not fit " + m + " users and " + n + " movies");
        }
    }

    boolean finite() {
        return Float.isFinite(noise) && FactorModel.finite(users) && FactorModel.finite(movies)
                && FactorModel.finite(told) && Float.isFinite(unknownMovie);
    }

    /**
     * The predictive standard deviation in stars.
     *
     * @param user index, or -1 for one that is not in the model and has told no rating
     * @param movie index, or -1 for one that is not in the model
     */
    public float deviation(int user, int movie) {
        return deviation(user < 0 ? told[0] : users[user], movie);
    }

    /**
     * The predictive standard deviation in stars for someone who is not in the model.
     *
     * @param ratings how many they told, 0 or more
     * @param movie index, or -1 for one that is not in the model
     */
    public float deviationTold(int ratings, int movie) {
        return deviation(variance(ratings), movie);
    }

    private float deviation(float ofUser, int movie) {
        float ofMovie = movie < 0 ? unknownMovie : movies[movie];
        return (float) Math.sqrt(noise * noise + ofUser + ofMovie);
    }

    private float variance(int ratings) {
        int above = 1;
        while (above < TOLD.length && TOLD[above] < ratings) {
            above++;
        }
        if (above == TOLD.length) {
            return told[TOLD.length - 1];
        }
        double from = Math.log1p(TOLD[above - 1]);
        double share = (Math.log1p(ratings) - from) / (Math.log1p(TOLD[above]) - from);
        return (float) (told[above - 1] + share * (told[above] - told[above - 1]));
    }

    /**
     * Of a model with other users, who are folded in.
     *
     * @param ratings how many each of them told
     */
    public Uncertainty ofTold(int[] ratings) {
        float[] variances = new float[ratings.length];
        for (int user = 0; user < variances.length; user++) {
            variances[user] = variance(ratings[user]);
        }
        return new Uncertainty(noise, variances, movies, told, unknownMovie);
    }

    /** All variances times a number. */
    public Uncertainty scaled(double factor) {
        return new Uncertainty((float) (noise * Math.sqrt(factor)), scaled(users, factor), scaled(movies, factor),
                scaled(told, factor), (float) (unknownMovie * factor));
    }

    private static float[] scaled(float[] variances, double factor) {
        float[] scaled = new float[variances.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (variances[i] * factor);
        }
        return scaled;
    }

    /** σ, in stars. */
    public float noise() {
        return noise;
    }

    /** A copy: v_u by user. */
    public float[] users() {
        return users.clone();
    }

    /** A copy: v_i by movie. */
    public float[] movies() {
        return movies.clone();
    }

    float[] told() {
        return told;
    }

    float unknownMovie() {
        return unknownMovie;
    }
}
