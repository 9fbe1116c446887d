package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.models.ListModels;
import dev.marquee.cf.app.models.LoadedModel;
import dev.marquee.cf.model.UserVector;
import dev.marquee.cf.predict.RatingPredictor;
import org.jspecify.annotations.Nullable;

/**
 * Someone as the models of a list see them.
 *
 * @param order in the model that orders; {@code null} where there is none
 * @param stars in the rating model; {@code null} where there is none
 * @param predictor of the rating model; {@code null} where there is none
 */
record View(@Nullable Seen order, @Nullable Seen stars, @Nullable RatingPredictor predictor) {

    /** Someone as one model sees them. */
    record Seen(LoadedModel model, LoadedModel.Taste taste) {

        /** Folds in where the model was trained without the present ratings. */
        private static @Nullable Seen of(Profile profile, @Nullable LoadedModel model) {
            return model == null ? null : new Seen(model, profile.taste(model));
        }

        UserVector vector() {
            return taste.vector();
        }
    }

    static View of(Profile profile, ListModels models) {
        Seen order = Seen.of(profile, models.order());
        Seen stars = models.ranks() ? Seen.of(profile, models.stars()) : order;
        return new View(order, stars, stars == null ? null : profile.predictor(stars.model(), stars.taste()));
    }

    /** Whether a vector was computed from the present ratings. */
    boolean foldedIn() {
        return (order != null && order.taste().foldedIn()) || (stars != null && stars.taste().foldedIn());
    }

    /** Whether predictions are of two stages, and so take more than a few microseconds each. */
    boolean predictsAtLength() {
        return stars != null && stars.model().model().secondStage().isPresent();
    }

    /** Stars; {@code null} without a rating model. */
    @Nullable
    Float predicted(long movieId) {
        if (stars == null || predictor == null) {
            return null;
        }
        return predictor.predict(stars.model().model().movies().indexOf(movieId), RatingPredictor.ANY_TIME);
    }

    /** The stars that the rating model expects; {@code null} where it has not learnt of the movie. */
    @Nullable
    Float opinion(long movieId) {
        return stars == null || stars.model().support(movieId) == 0 ? null : predicted(movieId);
    }

    /** How many ratings the model that orders knows the movie by. */
    int support(int movie) {
        return order == null || movie < 0 ? 0 : order.model().footprint().movieRatings(movie);
    }

    /** {@code null} without a rating model. */
    @Nullable
    Long starsModel() {
        return stars == null ? null : (Long) stars.model().id();
    }

    /** {@code null} where the rating model gives the order. */
    @Nullable
    Long rankingModel() {
        boolean ranks = order != null && (stars == null || order.model() != stars.model());
        return order != null && ranks ? (Long) order.model().id() : null;
    }
}
