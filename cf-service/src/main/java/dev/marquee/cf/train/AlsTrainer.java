package dev.marquee.cf.train;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Biased matrix factorisation by alternating least squares, the maximum a posteriori estimate of probabilistic matrix
 * factorisation (Salakhutdinov and Mnih 2007; Zhou et al. 2008). In turns, all users are solved against fixed movies and all
 * movies against fixed users; each row is an independent ridge regression ({@link RowSolver}).
 *
 * <p>
 * Rows are handed to the workers longest first, so that none waits long for another at the end; as rows are independent, the
 * model does not depend on the number of threads. Thread-safe.
 */
public final class AlsTrainer implements Trainer<AlsOptions> {
    private static final int ROWS_AT_ONCE = 16;

    @Override
    public TrainResult train(RatingMatrix train, HeldOut validation, AlsOptions options, TrainListener listener) {
        Progress.requireRatings(train);
        Progress progress = new Progress(validation, options.iterations(), options.patience(), listener,
                "Raise regularization (now " + options.regularization() + ").");
        Factors factors = Factors.random(train, options.factors(), options.seed());
        int[] userOrder = longestFirst(train.byUser());
        int[] movieOrder = longestFirst(train.byMovie());
        try (Workers workers = new Workers(options.workers())) {
            boolean more = true;
            while (more) {
                solve(train.byUser(), userOrder, factors.userSide(), options, workers, progress);
                solve(train.byMovie(), movieOrder, factors.movieSide(), options, workers, progress);
                more = progress.epochDone(factors.rmse(train, workers, progress), factors::toModel);
            }
        } catch (RowSolver.Unsolvable e) {
            throw progress.failed(e.getMessage());
        }
        return progress.result();
    }

    private static int[] longestFirst(Csr ratings) {
        return IntStream.range(0, ratings.rows()).filter(row -> ratings.length(row) > 0).boxed()
                .sorted((a, b) -> Integer.compare(ratings.length(b), ratings.length(a))).mapToInt(Integer::intValue)
                .toArray();
    }

    private static void solve(Csr ratings, int[] order, Factors.Side side, AlsOptions options, Workers workers,
            Progress progress) {
        AtomicInteger next = new AtomicInteger();
        workers.run(worker -> {
            RowSolver solver = new RowSolver(options.factors());
            int from = next.getAndAdd(ROWS_AT_ONCE);
            while (from < order.length) {
                for (int i = from; i < Math.min(from + ROWS_AT_ONCE, order.length); i++) {
                    progress.checkCancelled();
                    solveRow(ratings, order[i], side, options, solver);
                }
                from = next.getAndAdd(ROWS_AT_ONCE);
            }
        });
    }

    private static void solveRow(Csr ratings, int row, Factors.Side side, AlsOptions options, RowSolver solver) {
        int factors = options.factors();
        solver.begin();
        for (int position = ratings.start(row); position < ratings.end(row); position++) {
            int other = ratings.index(position);
            solver.add(side.otherFactors(), other * factors, ratings.value(position) - side.mean()
                    - side.otherBiases()[other]);
        }
        Penalty penalty = options.penalty();
        side.biases()[row] = solver.solve(penalty.ofFactors(ratings.length(row)), penalty.ofBias(ratings.length(row)),
                side.factors(), row * factors);
    }
}
