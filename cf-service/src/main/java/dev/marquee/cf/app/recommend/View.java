package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.models.ListModels;
import dev.marquee.cf.app.models.LoadedModel;
import dev.marquee.cf.model.UserVector;

/**
 * Someone as the models of a list see them.
 *
 * @param models either may be missing
 * @param order their taste in the model that orders; {@code null} where there is none
 * @param stars their taste in the rating model; {@code null} where there is none
 */
record View(ListModels models, LoadedModel.Taste order, LoadedModel.Taste stars) {
    /** Of a list that no model has to do with. */
    static final View NONE = new View(ListModels.NONE, null, null);

    /** Folds in where a model was trained without the present ratings. */
    static View of(Profile profile, ListModels models) {
        LoadedModel.Taste order = models.order() == null ? null : profile.taste(models.order());
        LoadedModel.Taste stars = !models.ranks()
                ? order
                : models.stars() == null ? null : profile.taste(models.stars());
        return new View(models, order, stars);
    }

    /** What the list is ordered by; {@code null} without a model. */
    UserVector vector() {
        return order == null ? null : order.vector();
    }

    /** Whether a vector was computed from the present ratings. */
    boolean foldedIn() {
        return (order != null && order.foldedIn()) || (stars != null && stars.foldedIn());
    }

    /** Stars; {@code null} without a rating model. */
    Float predicted(long movieId) {
        if (stars == null) {
            return null;
        }
        int movie = models.stars().model().movies().indexOf(movieId);
        return models.stars().model().predict(stars.vector(), movie);
    }

    /** How many ratings the model that orders knows the movie by. */
    int support(int movie) {
        return models.order() == null || movie < 0 ? 0 : models.order().footprint().movieRatings(movie);
    }

    Long starsModel() {
        return models.stars() == null ? null : (Long) models.stars().id();
    }

    /** {@code null} where the rating model gives the order. */
    Long rankingModel() {
        return models.ranks() ? (Long) models.order().id() : null;
    }
}
