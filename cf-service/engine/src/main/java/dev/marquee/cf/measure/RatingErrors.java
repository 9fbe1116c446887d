package dev.marquee.cf.measure;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/**
 * How far predicted ratings are from given ones.
 *
 * @param rmse root of the mean squared error, in stars; NaN without ratings
 * @param mae mean absolute error, in stars; NaN without ratings
 * @param ratings how many were compared
 */
public record RatingErrors(double rmse, double mae, int ratings) {

    /**
     * Compares a model's predictions with ratings it was not trained on.
     *
     * @param known the ratings that are known of its users; a model without a second stage does not ask for them
     */
    public static RatingErrors of(FactorModel model, RatingMatrix known, HeldOut heldOut) {
        return of(Predictions.of(model, known, heldOut), heldOut);
    }

    /**
     * The same of a model without a second stage.
     *
     * @throws IllegalArgumentException for a model with one
     */
    public static RatingErrors of(FactorModel model, HeldOut heldOut) {
        return of(Predictions.of(model, heldOut), heldOut);
    }

    /** @param predicted stars, one for each rating held out */
    public static RatingErrors of(float[] predicted, HeldOut heldOut) {
        double squares = 0;
        double absolutes = 0;
        for (int i = 0; i < heldOut.size(); i++) {
            double error = heldOut.rating(i) - predicted[i];
            squares += error * error;
            absolutes += Math.abs(error);
        }
        return new RatingErrors(Math.sqrt(squares / heldOut.size()), absolutes / heldOut.size(), heldOut.size());
    }

    /**
     * The same errors by user.
     *
     * @param predicted stars, one for each rating held out
     * @return with {@code rmse} and {@code mae}; of users who have any held-out rating
     */
    public static Tally byUser(FactorModel model, float[] predicted, HeldOut heldOut) {
        int unknown = model.users().size();
        double[] squares = new double[unknown + 1];
        double[] absolutes = new double[unknown + 1];
        int[] counts = new int[unknown + 1];
        for (int i = 0; i < heldOut.size(); i++) {
            int user = heldOut.user(i) < 0 ? unknown : heldOut.user(i);
            double error = heldOut.rating(i) - predicted[i];
            squares[user] += error * error;
            absolutes[user] += Math.abs(error);
            counts[user]++;
        }
        int[] rated = IntStream.rangeClosed(0, unknown).filter(user -> counts[user] > 0).toArray();
        SequencedMap<String, double[]> sums = new LinkedHashMap<>();
        sums.put("rmse", Arrays.stream(rated).mapToDouble(user -> squares[user]).toArray());
        sums.put("mae", Arrays.stream(rated).mapToDouble(user -> absolutes[user]).toArray());
        return new Tally(Arrays.stream(rated).mapToLong(user -> user == unknown
                ? Tally.NOBODY
                : model.users().idOf(user)).toArray(), Arrays.stream(rated).map(user -> counts[user]).toArray(), sums,
                "ratings");
    }
}
