package dev.marquee.cf.train;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.common.kernel.Kernels;
import java.util.SplittableRandom;

/**
 * Biased matrix factorisation by stochastic gradient descent on all cores (Koren, Bell, Volinsky 2009), over conflict-free
 * blocks ({@link SgdBlocks}), with a learning rate of its own for each user and movie that falls with the gradients it has
 * met (the reduced per-coordinate schedule of Chin et al. 2015, after Adagrad).
 *
 * <p>
 * The gradient of p_u is g = -e·q_i + λ·p_u. Its squared length, and the length of p_u after the step, follow from e, p·q,
 * |p|² and |q|² alone; so a step sums one product only. The model depends on the seed and the number of threads, and on
 * nothing else. Thread-safe.
 */
public final class SgdTrainer implements Trainer<SgdOptions> {
    private static final int CHECK_EVERY = 1 << 16;

    private final SgdKernel kernel = Kernels.vectorApiPresent() ? new PanamaSgdKernel() : new ScalarSgdKernel();

    @Override
    public TrainResult train(RatingMatrix train, HeldOut validation, SgdOptions options, TrainListener listener) {
        Progress.requireRatings(train);
        Progress progress = new Progress(validation, options.epochs(), options.patience(), listener,
                "Lower learningRate (now " + options.learningRate() + ") or raise regularization (now "
                        + options.regularization() + ").");
        int threads = Math.max(1, Math.min(options.workers(), Math.min(train.users().size(), train.movies().size())));
        SplittableRandom random = new SplittableRandom(options.seed());
        SgdRows users = SgdRows.random(train.byUser(), options.factors(), random);
        SgdRows movies = SgdRows.random(train.byMovie(), options.factors(), random);
        SgdBlocks blocks = new SgdBlocks(train, threads, random);
        try (Workers workers = new Workers(threads)) {
            boolean more = true;
            while (more) {
                double squares = epoch(train, options, users, movies, blocks, workers, progress);
                FactorModel model = new FactorModel(train.users(), train.movies(), options.factors(),
                        (float) train.mean(), train.minRating(), train.maxRating(), users.biases(), movies.biases(),
                        users.factors(),
                        movies.factors());
                more = progress.epochDone(Math.sqrt(squares / train.size()), model);
            }
        }
        return progress.result();
    }

    private double epoch(RatingMatrix train, SgdOptions options, SgdRows users, SgdRows movies, SgdBlocks blocks,
            Workers workers, Progress progress) {
        double[] squares = new double[workers.count()];
        for (int step = 0; step < blocks.steps(); step++) {
            int now = step;
            workers.run(thread -> squares[thread] += block(blocks, blocks.block(thread, now), (float) train.mean(),
                    options, users, movies, progress));
        }
        users.refreshNorms();
        movies.refreshNorms();
        double sum = 0;
        for (double square : squares) {
            sum += square;
        }
        return sum;
    }

    private double block(SgdBlocks blocks, int block, float mean, SgdOptions options, SgdRows users, SgdRows movies,
            Progress progress) {
        double squares = 0;
        for (int from = blocks.start(block); from < blocks.end(block); from += CHECK_EVERY) {
            progress.checkCancelled();
            squares += steps(blocks, from, Math.min(from + CHECK_EVERY, blocks.end(block)), mean, options, users,
                    movies);
        }
        return squares;
    }

    /** One step for each rating of a range: the hot loop, kept in one method so that it compiles as one. */
    private double steps(SgdBlocks blocks, int from, int to, float mean, SgdOptions options, SgdRows users,
            SgdRows movies) {
        float[] p = users.values;
        float[] q = movies.values;
        int stride = users.stride;
        int padded = users.padded;
        float perFactor = 1f / options.factors();
        float rate = (float) options.learningRate();
        float lambda = (float) options.regularization();
        float biasLambda = (float) options.biasRegularization();
        double squares = 0;
        for (int i = from; i < to; i++) {
            int user = blocks.users[i] * stride;
            int movie = blocks.movies[i] * stride;
            int userState = user + padded;
            int movieState = movie + padded;
            float product = kernel.dot(p, user, q, movie, padded);
            float error = blocks.ratings[i] - mean - p[userState + SgdRows.BIAS] - q[movieState + SgdRows.BIAS]
                    - product;
            squares += error * error;

            float userNorm = p[userState + SgdRows.NORM];
            float movieNorm = q[movieState + SgdRows.NORM];
            float userRate = rate / (float) Math.sqrt(p[userState + SgdRows.SLOWNESS]);
            float movieRate = rate / (float) Math.sqrt(q[movieState + SgdRows.SLOWNESS]);
            float cross = 2 * error * lambda * product;
            float userGradient = error * error * movieNorm - cross + lambda * lambda * userNorm;
            float movieGradient = error * error * userNorm - cross + lambda * lambda * movieNorm;
            p[userState + SgdRows.SLOWNESS] += Math.max(0, userGradient * perFactor);
            q[movieState + SgdRows.SLOWNESS] += Math.max(0, movieGradient * perFactor);
            p[userState + SgdRows.NORM] = Math.max(0, userNorm
                    - 2 * userRate * (lambda * userNorm - error * product) + userRate * userRate * userGradient);
            q[movieState + SgdRows.NORM] = Math.max(0, movieNorm
                    - 2 * movieRate * (lambda * movieNorm - error * product) + movieRate * movieRate * movieGradient);
            bias(p, userState, error, rate, biasLambda);
            bias(q, movieState, error, rate, biasLambda);
            kernel.move(p, user, 1 - userRate * lambda, userRate * error, q, movie, 1 - movieRate * lambda,
                    movieRate * error, padded);
        }
        return squares;
    }

    private static void bias(float[] rows, int state, float error, float rate, float lambda) {
        float gradient = lambda * rows[state + SgdRows.BIAS] - error;
        rows[state + SgdRows.BIAS] -= rate / (float) Math.sqrt(rows[state + SgdRows.BIAS_SLOWNESS]) * gradient;
        rows[state + SgdRows.BIAS_SLOWNESS] += gradient * gradient;
    }
}
