package dev.marquee.cf.train.bpmf;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.solve.LowRankSum;
import dev.marquee.cf.train.support.RunningState;
import dev.marquee.cf.train.support.Workers;
import dev.marquee.common.kernel.Kernels;

/**
 * The mean of the predictions of many samples μ + p_u·q_i, as one model. Each sample is first written with biases,
 *
 * <pre>p·q = (p - p̄)·(q - q̄) + (p - p̄)·q̄ + p̄·(q - q̄) + p̄·q̄</pre>
 *
 * where p̄ and q̄ are the means over users and movies; biases are then averaged as they are, and the products, whose
 * factors have no meaning from one sample to the next, by {@link LowRankSum}. Not thread-safe.
 */
final class PosteriorMean {
    /** Samples that are set side by side before they are merged. */
    private static final int SAMPLES_AT_ONCE = 4;

    private final RatingMatrix train;
    private final int factors;
    private final int meanFactors;
    private final LowRankSum products;
    private final double[] userBiases;
    private final double[] movieBiases;
    private final double[] mean = new double[1];

    PosteriorMean(RatingMatrix train, BpmfOptions options) {
        this.train = train;
        this.factors = options.factors();
        this.meanFactors = options.meanFactors();
        this.products = new LowRankSum(weights(train.byUser()), weights(train.byMovie()), meanFactors,
                SAMPLES_AT_ONCE * factors);
        this.userBiases = new double[train.users().size()];
        this.movieBiases = new double[train.movies().size()];
    }

    /**
     * Rows count by the root of their number of ratings: more where more will be asked, but none is given up. The sum
     * is 1.
     */
    private static float[] weights(Csr rows) {
        float[] weights = new float[rows.rows()];
        double sum = 0;
        for (int row = 0; row < weights.length; row++) {
            weights[row] = rows.length(row) == 0 ? 0 : (float) Math.sqrt(rows.length(row));
            sum += weights[row];
        }
        Kernels.get().scale((float) (1 / sum), weights, 0, weights.length);
        return weights;
    }

    /**
     * Adds a sample.
     */
    void add(GibbsSide users, GibbsSide movies, Workers workers) {
        float[] userMean = users.mean();
        float[] movieMean = movies.mean();
        products.add(centred(train.byUser(), users.values(), userMean, movieMean, userBiases),
                centred(train.byMovie(), movies.values(), movieMean, userMean, movieBiases), factors, workers);
        mean[0] += Kernels.get().dot(userMean, 0, movieMean, 0, factors);
    }

    /** @param biases receives what the other side's mean makes of each row */
    private float[] centred(Csr ratings, float[] values, float[] own, float[] other, double[] biases) {
        float[] centred = values.clone();
        for (int row = 0; row < biases.length; row++) {
            if (ratings.length(row) > 0) {
                Kernels.get().axpy(-1, own, 0, centred, row * factors, factors);
                biases[row] += Kernels.get().dot(centred, row * factors, other, 0, factors);
            }
        }
        return centred;
    }

    /**
     * The mean as a model. Each factor scatters as widely over users as over movies, as those of a least squares
     * solution do.
     *
     * @param samples how many were added
     */
    FactorModel model(int samples, Workers workers) {
        products.compress(workers);
        float[] users = products.left();
        float[] movies = products.right();
        Kernels.get().scale(1f / samples, movies, 0, movies.length);
        balance(users, movies, weights(train.byMovie()));
        return new FactorModel(train.users(), train.movies(), meanFactors, (float) (train.mean() + mean[0] / samples),
                train.minRating(), train.maxRating(), averages(userBiases, samples), averages(movieBiases, samples),
                users, movies);
    }

    /** The users' factors scatter by 1; half of how the movies' scatter, on a logarithmic scale, goes to them. */
    private void balance(float[] users, float[] movies, float[] weights) {
        double[] squares = new double[meanFactors];
        for (int i = 0; i < movies.length; i++) {
            squares[i % meanFactors] += weights[i / meanFactors] * movies[i] * movies[i];
        }
        float[] roots = new float[meanFactors];
        for (int f = 0; f < meanFactors; f++) {
            roots[f] = squares[f] > 0 ? (float) Math.pow(squares[f], 0.25) : 1;
        }
        for (int i = 0; i < users.length; i++) {
            users[i] *= roots[i % meanFactors];
        }
        for (int i = 0; i < movies.length; i++) {
            movies[i] /= roots[i % meanFactors];
        }
    }

    private static float[] averages(double[] sums, int samples) {
        float[] averages = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            averages[i] = (float) (sums[i] / samples);
        }
        return averages;
    }

    RunningState addTo(RunningState state) {
        return products.addTo(state.doubles("meanOfMeans", mean).doubles("meanUserBiases", userBiases)
                .doubles("meanMovieBiases", movieBiases));
    }
}
