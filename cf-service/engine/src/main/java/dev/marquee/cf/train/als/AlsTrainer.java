package dev.marquee.cf.train.als;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.prior.ImplicitPrior;
import dev.marquee.cf.train.prior.ImplicitPriors;
import dev.marquee.cf.train.solve.Penalty;
import dev.marquee.cf.train.solve.RowSolver;
import dev.marquee.cf.train.support.Course;
import dev.marquee.cf.train.support.Factors;
import dev.marquee.cf.train.support.RowQueue;
import dev.marquee.cf.train.support.Workers;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Biased matrix factorisation by alternating least squares, the maximum a posteriori estimate of probabilistic matrix
 * factorisation (Salakhutdinov and Mnih 2007; Zhou et al. 2008). In turns, all users are solved against fixed movies
 * and all movies against fixed users; each row is an independent ridge regression ({@link RowSolver}), drawn to where
 * the row's implicit features expect it ({@link ImplicitPrior}).
 *
 * <p>
 * Rows are independent of each other, so the model does not depend on the number of threads. Thread-safe.
 */
final class AlsTrainer implements Trainer<AlsOptions> {
    @Override
    public TrainResult train(RatingMatrix train, @Nullable HeldOut validation, AlsOptions options,
            TrainListener listener) {
        Trainer.requireRatings(train);
        Course course = course(validation, options, listener);
        Factors factors = Factors.random(train, options.factors(), options.seed());
        ImplicitPriors priors = new ImplicitPriors(train, options.factors(), options.penalty(),
                options.implicitRegularization());
        RowQueue users = new RowQueue(train.byUser());
        RowQueue movies = new RowQueue(train.byMovie());
        try (Workers workers = new Workers(options.workers(), listener)) {
            if (course.begin(priors.addTo(factors.state()), () -> priors.addTo(factors.toModel())) > 0) {
                priors.restoreMeans(workers);
            }
            boolean more = true;
            while (more) {
                solve(train.byUser(), users, factors.userSide(priors.userMeans()), options, workers);
                priors.fitUsers(factors.userFactors(), workers);
                double squares = solve(train.byMovie(), movies, factors.movieSide(priors.movieMeans()), options,
                        workers);
                priors.fitMovies(factors.movieFactors(), workers);
                more = course.epochDone(Math.sqrt(squares / train.size()),
                        () -> priors.addTo(factors.toModel()));
            }
        } catch (RowSolver.Unsolvable e) {
            throw course.failed(e.getMessage());
        }
        return course.result();
    }

    static Course course(@Nullable HeldOut validation, AlsOptions options, TrainListener listener) {
        return new Course(validation, options.iterations(), options.patience(), listener,
                "Raise regularization (now " + options.regularization() + ").");
    }

    /** @return the sum of the squared errors, added by row in order: the same for any number of threads */
    private static double solve(Csr ratings, RowQueue rows, Factors.Side side, AlsOptions options, Workers workers) {
        double[] squares = new double[ratings.rows()];
        rows.forEach(workers, () -> {
            RowSolver solver = new RowSolver(options.factors());
            return row -> {
                solveRow(ratings, row, side, options, solver);
                squares[row] = solver.squaredError();
            };
        });
        return Arrays.stream(squares).sum();
    }

    private static void solveRow(Csr ratings, int row, Factors.Side side, AlsOptions options, RowSolver solver) {
        int factors = options.factors();
        solver.begin(side.otherFactors());
        for (int position = ratings.start(row); position < ratings.end(row); position++) {
            int other = ratings.index(position);
            solver.add(other, ratings.value(position) - side.mean() - side.otherBiases()[other]);
        }
        Penalty penalty = options.penalty();
        float lambda = penalty.ofFactors(ratings.length(row));
        if (side.expected() != null) {
            solver.expect(lambda, side.expected(), row * factors);
        }
        side.biases()[row] = solver.solve(lambda, penalty.ofBias(ratings.length(row)), side.factors(), row * factors);
    }
}
