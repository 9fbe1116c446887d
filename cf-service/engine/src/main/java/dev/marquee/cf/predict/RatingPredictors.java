package dev.marquee.cf.predict;

import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.SecondStage;
import dev.marquee.cf.model.UserVector;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Predicts stars by a model: the one way that all predictions go, whether the model has a second stage or not.
 * Immutable, thread-safe.
 */
public final class RatingPredictors {
    private final FactorModel model;
    private final @Nullable FeatureMaker maker;

    private RatingPredictors(FactorModel model, @Nullable FeatureMaker maker) {
        this.model = model;
        this.maker = maker;
    }

    /**
     * Takes a moment for a model with a second stage.
     *
     * @param content of movies; empty where it is not known. Other models do not ask
     */
    public static RatingPredictors of(FactorModel model, ContentMatrix content) {
        return new RatingPredictors(model, model.secondStage()
                .map(stage -> new FeatureMaker(model, stage.parts(), stage.movies(), content)).orElse(null));
    }

    /** Without the content of movies. */
    public static RatingPredictors of(FactorModel model) {
        return of(model, ContentMatrix.EMPTY);
    }

    /** Whether predictions ask for someone's ratings and the time, and not for their vector alone. */
    public boolean askForRatings() {
        return maker != null;
    }

    /**
     * Of someone.
     *
     * @param vector as the model was trained with, or as it was folded in
     * @param known their ratings, those that the vector was made from; a model without a second stage does not ask
     */
    public RatingPredictor of(UserVector vector, KnownRatings known) {
        if (maker == null) {
            return (movie, when) -> model.predict(vector, movie);
        }
        SecondStage stage = model.secondStage().orElseThrow();
        RatingFeatures features = maker.of(vector, known);
        float[] row = new float[maker.width()];
        return (movie, when) -> {
            float guess = features.fill(movie, when, row, 0);
            return model.clip(guess + features.trust() * stage.forest().sum(row, 0));
        };
    }

    /**
     * Of a user as the model was trained with them; who has sittings is predicted by them where the time is known.
     *
     * @param user index, or -1 for a newcomer
     * @param known tells the ratings of a user; a model without a second stage does not ask
     */
    public RatingPredictor of(int user, IntFunction<KnownRatings> known) {
        return maker == null
                ? (movie, when) -> model.predict(user, movie, when)
                : of(user < 0 ? model.newcomer() : model.userVector(user), known.apply(user));
    }
}
