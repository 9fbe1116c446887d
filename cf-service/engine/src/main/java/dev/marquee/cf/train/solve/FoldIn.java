package dev.marquee.cf.train.solve;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.MovieVector;
import dev.marquee.cf.model.UserVector;
import dev.marquee.cf.train.Folding;
import dev.marquee.cf.train.TrainOptions;
import dev.marquee.common.error.InvalidRequest;
import org.jspecify.annotations.Nullable;

/**
 * Factors for a user or a movie that the model does not know, or whose ratings have changed since, without a new
 * training: one ridge regression of the ratings on the model's fixed other side ({@link RowSolver}), drawn to where the
 * model's implicit features expect it. Immutable, thread-safe.
 */
public final class FoldIn implements Folding {
    private static final double LEAST_PENALTY = 1e-3;

    private final FactorModel model;
    private final Penalty penalty;

    /**
     * @param penalty that of the model's training, for vectors as the training would have found them; more than 0
     */
    public FoldIn(FactorModel model, Penalty penalty) {
        TrainOptions.requireRange("regularization", penalty.factors(), 1e-6, 1000);
        TrainOptions.requireRange("biasRegularization", penalty.bias(), 1e-6, 1000);
        this.model = model;
        this.penalty = penalty;
    }

    /**
     * As the training would have found them; but a training may do without a penalty, one user's regression may not.
     */
    public static FoldIn ofTraining(FactorModel model, Penalty trained) {
        return new FoldIn(model, new Penalty(Math.max(LEAST_PENALTY, trained.factors()), trained.weighting(),
                Math.max(LEAST_PENALTY, trained.bias()), trained.biasWeighting()));
    }

    @Override
    public UserVector user(long[] movieIds, float[] ratings) {
        Folding.requireRatings("movies", movieIds, ratings);
        RowSolver solver = new RowSolver(model.factors());
        float[] others = new float[Math.multiplyExact(movieIds.length, model.factors())];
        solver.begin(others);
        int[] known = new int[movieIds.length];
        int count = 0;
        for (int i = 0; i < movieIds.length; i++) {
            int movie = model.movies().indexOf(movieIds[i]);
            if (movie >= 0) {
                model.copyMovieFactors(movie, others, count * model.factors());
                solver.add(count, ratings[i] - model.mean() - model.movieBias(movie));
                known[count++] = movie;
            }
        }
        if (count == 0) {
            return model.newcomer();
        }
        int rated = count;
        float @Nullable [] expected = model.implicit().map(features -> features.userMean(known, rated)).orElse(null);
        float[] factors = new float[model.factors()];
        return new UserVector(solve(solver, count, expected, factors), factors);
    }

    @Override
    public MovieVector movie(long[] userIds, float[] ratings) {
        Folding.requireRatings("users", userIds, ratings);
        RowSolver solver = new RowSolver(model.factors());
        float[] others = new float[Math.multiplyExact(userIds.length, model.factors())];
        solver.begin(others);
        int[] known = new int[userIds.length];
        int count = 0;
        for (int i = 0; i < userIds.length; i++) {
            int user = model.users().indexOf(userIds[i]);
            if (user >= 0) {
                model.copyUserFactors(user, others, count * model.factors());
                solver.add(count, ratings[i] - model.mean() - model.userBias(user));
                known[count++] = user;
            }
        }
        if (count == 0) {
            return model.meanMovie();
        }
        int raters = count;
        float @Nullable [] expected = model.implicit().map(features -> features.movieMean(known, raters)).orElse(null);
        float[] factors = new float[model.factors()];
        return new MovieVector(solve(solver, count, expected, factors), factors);
    }

    /** @return the bias; the factors go to the array */
    private float solve(RowSolver solver, int known, float @Nullable [] expected, float[] factors) {
        try {
            float lambda = penalty.ofFactors(known);
            if (expected != null) {
                solver.expect(lambda, expected, 0);
            }
            return solver.solve(lambda, penalty.ofBias(known), factors, 0);
        } catch (RowSolver.Unsolvable e) {
            throw new InvalidRequest("ratings", "are too large or too small to be folded into the model");
        }
    }
}
