package dev.marquee.cf.model;

import dev.marquee.common.kernel.Kernels;

/**
 * What it tells of someone that they rated a movie at all, whatever the rating, and what it tells of a movie who rated
 * it: the implicit features of SVD++ (Koren 2008), on both sides. A row with the features y_j of its n ratings is
 * expected at {@code Σ y_j / √n} before any rating is looked at. Immutable, thread-safe.
 */
public final class ImplicitFeatures {
    private final int factors;
    private final float[] ofMovies;
    private final float[] ofUsers;

    /**
     * Takes the arrays over without a copy; the caller must not keep them.
     *
     * @param factors k
     * @param ofMovies n×k, row-major: what it tells of a user to have rated the movie
     * @param ofUsers m×k, row-major: what it tells of a movie to be rated by the user
     */
    public ImplicitFeatures(int factors, float[] ofMovies, float[] ofUsers) {
        this.factors = factors;
        this.ofMovies = ofMovies;
        this.ofUsers = ofUsers;
    }

    void requireSizes(int users, int movies, int k) {
        if (k != factors || ofMovies.length != movies * k || ofUsers.length != users * k) {
            throw new IllegalArgumentException("Implicit features of " + factors + " factors, " + ofUsers.length
                    + " and " + ofMovies.length + " numbers do not fit " + users + " users, " + movies + " movies, " + k
                    + " factors");
        }
    }

    boolean finite() {
        return FactorModel.finite(ofMovies) && FactorModel.finite(ofUsers);
    }

    /**
     * Where a user is expected who rated these movies.
     *
     * @param movies indexes; none may be negative
     * @param count how many of them to look at
     * @return k numbers; zeros without a movie
     */
    public float[] userMean(int[] movies, int count) {
        return mean(ofMovies, movies, count);
    }

    /**
     * Where a movie is expected that these users rated.
     *
     * @param users indexes; none may be negative
     * @param count how many of them to look at
     * @return k numbers; zeros without a user
     */
    public float[] movieMean(int[] users, int count) {
        return mean(ofUsers, users, count);
    }

    private float[] mean(float[] features, int[] rows, int count) {
        float[] mean = new float[factors];
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
}
