package dev.marquee.cf.train.solve;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.train.TrainOptions;

/**
 * How strongly a row's factors and bias are held back: its part of the loss is λ·n^w·|x|² + λ_b·n^v·b², for a row with
 * n ratings.
 *
 * <p>
 * With w = 0 it is plain regularisation, with w = 1 the weighted-λ regularisation of Zhou et al. 2008. In between lies
 * the smoothed weighted trace norm of Salakhutdinov and Srebro (2010, "Collaborative filtering in a non-uniform
 * world"), which fits ratings best: rows with few ratings are held back more for each rating, but not so much that
 * nothing is left of them.
 *
 * @param factors λ
 * @param weighting w, 0 to 1
 * @param bias λ_b
 * @param biasWeighting v, 0 to 1
 */
public record Penalty(double factors, double weighting, double bias, double biasWeighting) {

    public Penalty {
        TrainOptions.requireRange("regularization", factors, 0, 1000);
        TrainOptions.requireRange("weighting", weighting, 0, 1);
        TrainOptions.requireRange("biasRegularization", bias, 0, 1000);
        TrainOptions.requireRange("biasWeighting", biasWeighting, 0, 1);
    }

    /** λ of the factors of a row with n ratings, n more than 0. */
    public float ofFactors(int ratings) {
        return (float) (factors * Math.pow(ratings, weighting));
    }

    /** λ of the factors of each row; 0 where there is no rating. */
    public float[] ofFactors(Csr ratings) {
        float[] lambdas = new float[ratings.rows()];
        for (int row = 0; row < lambdas.length; row++) {
            lambdas[row] = ratings.length(row) == 0 ? 0 : ofFactors(ratings.length(row));
        }
        return lambdas;
    }

    /** λ of the bias of a row with n ratings. */
    public float ofBias(int ratings) {
        return (float) (bias * Math.pow(ratings, biasWeighting));
    }
}
