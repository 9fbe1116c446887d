package dev.marquee.cf.app.models;

import org.jspecify.annotations.Nullable;

/**
 * The models that make a list together, as they were active at one moment. A list ordered by predicted stars is a poor
 * list: where there is a ranking model, it gives the order, and the rating model the stars beside it.
 *
 * @param order what lists are ordered by: the ranking model, else the rating model; {@code null} without either
 * @param stars the rating model; {@code null} without one
 */
public record ListModels(@Nullable LoadedModel order, @Nullable LoadedModel stars) {
    /** Where no model is to be asked. */
    public static final ListModels NONE = new ListModels(null, null);

    /** Whether a ranking model gives the order. */
    public boolean ranks() {
        return order != stars;
    }

    /** Whether one of them was trained with ratings of the user. */
    public boolean knowUser(long userId) {
        return knows(order, userId) || knows(stars, userId);
    }

    private static boolean knows(@Nullable LoadedModel model, long userId) {
        return model != null && model.model().users().contains(userId);
    }
}
