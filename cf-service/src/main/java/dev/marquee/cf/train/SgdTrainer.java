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
 * The model depends on the seed and the number of threads, and on nothing else. Thread-safe.
 */
public final class SgdTrainer implements Trainer<SgdOptions> {
    private final SgdKernel kernel = Kernels.vectorApiPresent() ? new PanamaSgdKernel() : new ScalarSgdKernel();

    @Override
    public TrainResult train(RatingMatrix train, HeldOut validation, SgdOptions options, TrainListener listener) {
        Progress.requireRatings(train);
        Progress progress = new Progress(validation, options.epochs(), options.patience(), listener,
                "Lower learningRate (now " + options.learningRate() + ") or raise regularization (now "
                        + options.regularization() + ").");
        int threads = Math.max(1, Math.min(options.workers(), Math.min(train.users().size(), train.movies().size())));
        SplittableRandom random = new SplittableRandom(options.seed());
        SgdBlocks blocks = new SgdBlocks(train, threads, Float.BYTES * SgdRows.stride(options.factors()), random);
        SgdRows users = SgdRows.random(train.byUser(), blocks.userAt, options, random);
        SgdRows movies = SgdRows.random(train.byMovie(), blocks.movieAt, options, random);
        try (Workers workers = new Workers(threads)) {
            boolean more = true;
            while (more) {
                double squares = epoch(train, options, users, movies, blocks, workers, progress);
                more = progress.epochDone(Math.sqrt(squares / train.size()),
                        () -> model(train, options, users, movies));
            }
        }
        return progress.result();
    }

    private static FactorModel model(RatingMatrix train, SgdOptions options, SgdRows users, SgdRows movies) {
        return new FactorModel(train.users(), train.movies(), options.factors(), (float) train.mean(),
                train.minRating(), train.maxRating(), users.biases(), movies.biases(), users.factors(),
                movies.factors());
    }

    private double epoch(RatingMatrix train, SgdOptions options, SgdRows users, SgdRows movies, SgdBlocks blocks,
            Workers workers, Progress progress) {
        double[] squares = new double[workers.count()];
        for (int step = 0; step < blocks.steps(); step++) {
            int now = step;
            workers.run(thread -> squares[thread] += block(thread, blocks.movieGroup(thread, now), train, options,
                    users, movies, blocks, progress));
        }
        users.refreshNorms();
        movies.refreshNorms();
        double sum = 0;
        for (double square : squares) {
            sum += square;
        }
        return sum;
    }

    private double block(int thread, int movieGroup, RatingMatrix train, SgdOptions options, SgdRows users,
            SgdRows movies, SgdBlocks blocks, Progress progress) {
        float rate = (float) options.learningRate();
        movies.refreshRates(blocks.groupStart(movieGroup), blocks.groupStart(movieGroup + 1), rate);
        double squares = 0;
        for (int tile = thread * blocks.tiles(); tile < (thread + 1) * blocks.tiles(); tile++) {
            progress.checkCancelled();
            users.refreshRates(blocks.tileStart(tile), blocks.tileStart(tile + 1), rate);
            squares += kernel.steps(blocks, blocks.start(tile, movieGroup), blocks.end(tile, movieGroup), users, movies,
                    (float) train.mean(), 1f / options.factors());
        }
        return squares;
    }
}
