package dev.marquee.cf.measure;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.model.FactorModel;

/**
 * How far predicted ratings are from given ones.
 *
 * @param rmse root of the mean squared error, in stars; NaN without ratings
 * @param mae mean absolute error, in stars; NaN without ratings
 * @param ratings how many were compared
 */
public record RatingErrors(double rmse, double mae, int ratings) {

    /** Compares a model's predictions, clipped to the range of the ratings, with ratings it was not trained on. */
    public static RatingErrors of(FactorModel model, HeldOut heldOut) {
        double squares = 0;
        double absolutes = 0;
        for (int i = 0; i < heldOut.size(); i++) {
            double error = heldOut.rating(i) - model.predict(heldOut.user(i), heldOut.movie(i));
            squares += error * error;
            absolutes += Math.abs(error);
        }
        return new RatingErrors(Math.sqrt(squares / heldOut.size()), absolutes / heldOut.size(), heldOut.size());
    }
}
