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
 *
 * <p>
 * What implicit features say of a user with few ratings was learnt from users with many. So a user is drawn to the
 * place of newcomers ({@link FactorModel#newcomer}), too, at first alone and with n ratings by {@value #DOUBT} in
 * {@value #DOUBT} + n.
 */
public final class FoldIn implements Folding {
    private static final double LEAST_PENALTY = 1e-3;
    /**
     * Chosen by RMSE on users who were held out ({@code ./run evaluate --protocol newcomers}, 1 to 20 ratings told) of
     * MovieLens 100K, latest-small and 1M: of 3, 10 and 30, best on all three, though 30 is as good on 1M.
     */
    private static final float DOUBT = 10;

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
        int[] known = new int[movieIds.length];
        float[] residuals = new float[movieIds.length];
        int count = 0;
        for (int i = 0; i < movieIds.length; i++) {
            int movie = model.movies().indexOf(movieIds[i]);
            if (movie >= 0) {
                residuals[count] = ratings[i] - model.mean() - model.movieBias(movie);
                known[count++] = movie;
            }
        }
        if (count == 0) {
            return model.newcomer();
        }
        UserVector expected = expected(known, count);
        RowSolver solver = new RowSolver(model.factors());
        float[] others = new float[Math.multiplyExact(count, model.factors())];
        solver.begin(others);
        for (int i = 0; i < count; i++) {
            model.copyMovieFactors(known[i], others, i * model.factors());
            solver.add(i, residuals[i] - expected.bias());
        }
        float[] factors = new float[model.factors()];
        return new UserVector(expected.bias() + solve(solver, count, expected.factors(), factors), factors);
    }

    /** Where a user who rated these movies is drawn to. */
    private UserVector expected(int[] movies, int count) {
        float doubt = DOUBT / (DOUBT + count);
        UserVector newcomer = model.newcomer();
        float[] factors = model.implicit().map(features -> features.userMean(movies, count))
                .orElseGet(() -> new float[model.factors()]);
        for (int f = 0; f < factors.length; f++) {
            factors[f] += doubt * (newcomer.factors()[f] - factors[f]);
        }
        return new UserVector(doubt * newcomer.bias(), factors);
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
