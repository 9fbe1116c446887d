package dev.marquee.cf.train.prior;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.ImplicitFeatures;
import dev.marquee.cf.train.solve.Penalty;
import dev.marquee.cf.train.support.RunningState;
import dev.marquee.cf.train.support.Workers;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The implicit features of both sides during a training, or of neither. Not thread-safe.
 */
public final class ImplicitPriors {
    /** Steps of the regression for each pass over the ratings; more do not pay, as the factors move on. */
    static final int STEPS = 3;

    private final int factors;
    private final float[] lambdas;
    private final @Nullable ImplicitPrior users;
    private final @Nullable ImplicitPrior movies;

    /** @param lambda 0: there are none */
    public ImplicitPriors(RatingMatrix train, int factors, Penalty penalty, double lambda) {
        this.factors = factors;
        this.lambdas = new float[factors];
        Arrays.fill(lambdas, (float) lambda);
        this.users = lambda == 0
                ? null
                : new ImplicitPrior(train.byUser(), train.byMovie(), penalty.ofFactors(train.byUser()), factors, true);
        this.movies = lambda == 0
                ? null
                : new ImplicitPrior(train.byMovie(), train.byUser(), penalty.ofFactors(train.byMovie()), factors, true);
    }

    /** Where users are expected, m×k; {@code null} without implicit features. */
    public float @Nullable [] userMeans() {
        return users == null ? null : users.means();
    }

    /** Where movies are expected, n×k; {@code null} without implicit features. */
    public float @Nullable [] movieMeans() {
        return movies == null ? null : movies.means();
    }

    public boolean present() {
        return users != null;
    }

    /** @param factorsOfUsers m×k, row-major */
    public void fitUsers(float[] factorsOfUsers, Workers workers) {
        if (users != null) {
            users.fit(factorsOfUsers, lambdas, null, STEPS, workers);
        }
    }

    /** @param factorsOfMovies n×k, row-major */
    public void fitMovies(float[] factorsOfMovies, Workers workers) {
        if (movies != null) {
            movies.fit(factorsOfMovies, lambdas, null, STEPS, workers);
        }
    }

    /** The state with the features; the means follow from them, see {@link #restoreMeans}. */
    public RunningState addTo(RunningState state) {
        return users == null || movies == null
                ? state
                : state.floats("userFeatures", users.features()).floats("movieFeatures", movies.features());
    }

    /** Makes the means of features that were restored. */
    public void restoreMeans(Workers workers) {
        if (users != null && movies != null) {
            users.sumMeans(workers);
            movies.sumMeans(workers);
        }
    }

    /** The model with a copy of the features, so that users and movies folded in get the same prior. */
    public FactorModel addTo(FactorModel model) {
        return users == null || movies == null
                ? model
                : model.with(ImplicitFeatures.of(factors, users.features(), movies.features()));
    }
}
