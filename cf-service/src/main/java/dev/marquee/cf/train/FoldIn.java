package dev.marquee.cf.train;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.UserVector;
import dev.marquee.common.error.InvalidRequest;

/**
 * Factors for a user whom the model does not know, or whose ratings have changed since, without a new training: one ridge
 * regression of the user's ratings on the model's fixed movies ({@link RowSolver}). Immutable, thread-safe.
 */
public final class FoldIn {
    private final FactorModel model;
    private final float[] movieFactors;
    private final double regularization;
    private final double biasRegularization;

    /**
     * @param regularization λ of the factors for each rating, as in {@link AlsOptions} with weights
     * @param biasRegularization λ of the bias for each rating
     */
    public FoldIn(FactorModel model, double regularization, double biasRegularization) {
        TrainOptions.requireRange("regularization", regularization, 1e-6, 1000);
        TrainOptions.requireRange("biasRegularization", biasRegularization, 1e-6, 1000);
        this.model = model;
        this.movieFactors = model.allMovieFactors();
        this.regularization = regularization;
        this.biasRegularization = biasRegularization;
    }

    /**
     * @param movieIds the rated movies; those that the model does not know are left out
     * @param ratings one for each
     * @return the user's vector; zeros where no rated movie is known
     * @throws InvalidRequest if the lengths differ or a rating is not finite
     */
    public UserVector user(long[] movieIds, float[] ratings) {
        if (movieIds.length != ratings.length) {
            throw new InvalidRequest("ratings", "there are " + movieIds.length + " movies and " + ratings.length
                    + " ratings");
        }
        int k = model.factors();
        RowSolver solver = new RowSolver(k);
        solver.begin();
        int known = 0;
        for (int i = 0; i < movieIds.length; i++) {
            if (!Float.isFinite(ratings[i])) {
                throw new InvalidRequest("ratings[" + i + "].rating", "must be a finite number, is " + ratings[i]);
            }
            int movie = model.movies().indexOf(movieIds[i]);
            if (movie >= 0) {
                solver.add(movieFactors, movie * k, ratings[i] - model.mean() - model.movieBias(movie));
                known++;
            }
        }
        float[] factors = new float[k];
        float bias = known == 0
                ? 0
                : solver.solve((float) regularization * known, (float) biasRegularization * known, factors, 0);
        return new UserVector(bias, factors);
    }
}
