package dev.marquee.cf.measure;

import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.predict.KnownRatings;
import dev.marquee.cf.predict.RatingPredictor;
import dev.marquee.cf.predict.RatingPredictors;
import java.util.function.IntFunction;

/**
 * What a model predicts of ratings that are held out.
 */
public final class Predictions {
    private Predictions() {}

    /**
     * Of users as the model has them, by a model that is not told when a rating was given, as the service is not.
     *
     * @param known the ratings that are known of its users
     * @return one for each rating held out
     */
    public static float[] of(FactorModel model, RatingMatrix known, HeldOut heldOut) {
        return of(model, known.content(), user -> KnownRatings.of(known, user), heldOut, false);
    }

    /**
     * The same, of a model that is told when each rating was given.
     *
     * @param known the ratings that are known of its users
     */
    public static float[] timed(FactorModel model, RatingMatrix known, HeldOut heldOut) {
        return of(model, known.content(), user -> KnownRatings.of(known, user), heldOut, true);
    }

    /** @throws IllegalArgumentException for a model with a second stage, which asks for known ratings */
    static float[] of(FactorModel model, HeldOut heldOut) {
        if (model.secondStage().isPresent()) {
            throw new IllegalArgumentException("A model with a second stage predicts by the ratings of its users");
        }
        return of(model, ContentMatrix.EMPTY, user -> KnownRatings.NONE, heldOut, false);
    }

    /** Held-out ratings mostly stand by user, so what is known of one serves for the next. */
    private static float[] of(FactorModel model, ContentMatrix content, IntFunction<KnownRatings> known,
            HeldOut heldOut, boolean timed) {
        RatingPredictors predictors = RatingPredictors.of(model, content);
        float[] predicted = new float[heldOut.size()];
        RatingPredictor predictor = null;
        for (int i = 0; i < predicted.length; i++) {
            int user = heldOut.user(i);
            if (predictor == null || user != heldOut.user(i - 1)) {
                predictor = predictors.of(user, known);
            }
            predicted[i] = predictor.predict(heldOut.movie(i),
                    timed ? heldOut.epochSeconds(i) : RatingPredictor.ANY_TIME);
        }
        return predicted;
    }
}
