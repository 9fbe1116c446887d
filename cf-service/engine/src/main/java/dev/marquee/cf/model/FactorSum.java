package dev.marquee.cf.model;

import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.kernel.VectorKernels;

/**
 * What a model predicts before it is clipped to the range of ratings: {@code μ + b_u + b_i + p_u·q_i}. Where the movie
 * is unknown, index -1, the mean of all stands for it. Stateless, thread-safe.
 *
 * @param mean μ
 * @param width k, the number of factors
 */
record FactorSum(float mean, int width, FactorRows users, FactorRows movies) {
    private static final VectorKernels KERNELS = Kernels.get();

    float of(int user, int movie) {
        return of(users.biases[user], users.factors, user, movie);
    }

    float of(UserVector user, int movie) {
        return of(user.bias(), user.factors(), 0, movie);
    }

    /** At a time, by what the user is apart from their sittings, and by the sitting. */
    float of(Sittings sittings, int user, long epochSeconds, int movie) {
        return of(sittings.bias(user, epochSeconds), sittings.factors(), user, movie);
    }

    private float of(float bias, float[] factors, int row, int movie) {
        if (movie < 0) {
            FactorRows.Row unknown = movies.mean();
            return mean + bias + unknown.bias() + dot(factors, row, unknown.factors(), 0);
        }
        return mean + bias + movies.biases[movie] + dot(factors, row, movies.factors, movie);
    }

    /** Without the product. */
    float baseline(UserVector user, int movie) {
        return mean + user.bias() + movies.biases[movie];
    }

    /** Of some factors alone. */
    float product(UserVector user, int movie, int from, int count) {
        return KERNELS.dot(user.factors(), from, movies.factors, movie * width + from, count);
    }

    float product(int movieA, int movieB) {
        return dot(movies.factors, movieA, movies.factors, movieB);
    }

    private float dot(float[] a, int rowA, float[] b, int rowB) {
        return KERNELS.dot(a, rowA * width, b, rowB * width, width);
    }
}
