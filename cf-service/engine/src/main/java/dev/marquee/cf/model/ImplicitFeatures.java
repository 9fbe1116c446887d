package dev.marquee.cf.model;

import dev.marquee.common.kernel.Kernels;
import java.util.Arrays;

/**
 * What it tells of someone that they rated a movie at all, whatever the rating, and what it tells of a movie who rated
 * it: the implicit features of SVD++ (Koren 2008), on both sides. A row with the features y_j of its n ratings is
 * expected at {@code c + Σ y_j / √n} before any rating is looked at, with a constant c for each side. Immutable,
 * thread-safe.
 */
public final class ImplicitFeatures {
    private final int factors;
    private final float[] ofMovies;
    private final float[] ofUsers;
    private final float[] userConstant;
    private final float[] movieConstant;

    /**
     * Takes the arrays over without a copy; the caller must not keep them.
     *
     * @param factors k
     * @param ofMovies n×k, row-major: what it tells of a user to have rated the movie
     * @param ofUsers m×k, row-major: what it tells of a movie to be rated by the user
     * @param userConstant c of the users, k numbers
     * @param movieConstant c of the movies, k numbers
     */
    public ImplicitFeatures(int factors, float[] ofMovies, float[] ofUsers, float[] userConstant,
            float[] movieConstant) {
        this.factors = factors;
        this.ofMovies = ofMovies;
        this.ofUsers = ofUsers;
        this.userConstant = userConstant;
        this.movieConstant = movieConstant;
    }

    /**
     * A copy of what two regressions found.
     *
     * @param ofMovies (n+1)×k, row-major: what it tells of a user to have rated the movie, and last the users' constant
     * @param ofUsers (m+1)×k, row-major: what it tells of a movie to be rated by the user, and last the movies'
     *            constant
     */
    public static ImplicitFeatures of(int factors, float[] ofMovies, float[] ofUsers) {
        int movies = ofMovies.length - factors;
        int users = ofUsers.length - factors;
        return new ImplicitFeatures(factors, Arrays.copyOf(ofMovies, movies), Arrays.copyOf(ofUsers, users),
                Arrays.copyOfRange(ofMovies, movies, ofMovies.length),
                Arrays.copyOfRange(ofUsers, users, ofUsers.length));
    }

    void requireSizes(int users, int movies, int k) {
        if (k != factors || ofMovies.length != movies * k || ofUsers.length != users * k || userConstant.length != k
                || movieConstant.length != k) {
            throw new IllegalArgumentException("Implicit features of " + factors + " factors, " + ofUsers.length
                    + " and " + ofMovies.length + " numbers do not fit " + users + " users, " + movies + " movies, " + k
                    + " factors");
        }
    }

    boolean finite() {
        return FactorModel.finite(ofMovies) && FactorModel.finite(ofUsers) && FactorModel.finite(userConstant)
                && FactorModel.finite(movieConstant);
    }

    /**
     * Where a user is expected who rated these movies.
     *
     * @param movies indexes; none may be negative
     * @param count how many of them to look at
     * @return k numbers; the constant without a movie
     */
    public float[] userMean(int[] movies, int count) {
        return mean(userConstant, ofMovies, movies, count);
    }

    /**
     * Where a movie is expected that these users rated.
     *
     * @param users indexes; none may be negative
     * @param count how many of them to look at
     * @return k numbers; the constant without a user
     */
    public float[] movieMean(int[] users, int count) {
        return mean(movieConstant, ofUsers, users, count);
    }

    private float[] mean(float[] constant, float[] features, int[] rows, int count) {
        float[] mean = constant.clone();
        float weight = (float) (1 / Math.sqrt(count));
        for (int i = 0; i < count; i++) {
            Kernels.get().axpy(weight, features, rows[i] * factors, mean, 0, factors);
        }
        return mean;
    }

    /** A copy: n×k, row-major. */
    public float[] allMovieFeatures() {
        return ofMovies.clone();
    }

    /** A copy: m×k, row-major. */
    public float[] allUserFeatures() {
        return ofUsers.clone();
    }

    /** A copy: k numbers, where a user is expected before it is known which movies. */
    public float[] userConstant() {
        return userConstant.clone();
    }

    /** A copy: k numbers, where a movie is expected before it is known which users. */
    public float[] movieConstant() {
        return movieConstant.clone();
    }
}
