package dev.marquee.cf.model;

import java.util.Objects;

/**
 * How far ratings may lie from a model's predictions: the variance of a rating of movie i by user u is taken as
 * {@code σ² + v_u + v_i}, the noise of ratings and what is not known of the user and of the movie. Immutable,
 * thread-safe.
 */
public final class Uncertainty {
    private final float noise;
    private final float[] users;
    private final float[] movies;
    private final float typicalUser;
    private final float typicalMovie;

    /**
     * Takes the arrays over without a copy; the caller must not keep them.
     *
     * @param noise σ, the standard deviation in stars of a rating by a known user of a known movie
     * @param users variances v_u by user, 0 or more
     * @param movies variances v_i by movie, 0 or more
     */
    public Uncertainty(float noise, float[] users, float[] movies) {
        this.noise = noise;
        this.users = Objects.requireNonNull(users);
        this.movies = Objects.requireNonNull(movies);
        this.typicalUser = mean(users);
        this.typicalMovie = mean(movies);
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
        return Float.isFinite(noise) && FactorModel.finite(users) && FactorModel.finite(movies);
    }

    /**
     * The predictive standard deviation in stars.
     *
     * @param user index, or -1 for one that is not in the model, who counts as a typical one
     * @param movie index, or -1 for one that is not in the model, which counts as a typical one
     */
    public float deviation(int user, int movie) {
        float ofUser = user < 0 ? typicalUser : users[user];
        float ofMovie = movie < 0 ? typicalMovie : movies[movie];
        return (float) Math.sqrt(noise * noise + ofUser + ofMovie);
    }

    /** σ. */
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
}
