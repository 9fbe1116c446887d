package dev.marquee.cf.app.explore;

import org.jspecify.annotations.Nullable;

/**
 * A predicted rating.
 *
 * @param stars what the model expects
 * @param deviation how far off the rating may be, in stars: about two thirds lie within one deviation; {@code null}
 *            where the model does not know, as only bpmf and a hybrid with it do, or where user or movie are not known
 *            to it
 * @param basis what the prediction stands on
 * @param rating what the user gave the movie; {@code null} where it is not rated
 */
public record Prediction(long userId, long movieId, float stars, @Nullable Float deviation, Basis basis,
        @Nullable Float rating) {

    /** What a prediction stands on. */
    public enum Basis {
        /** The factors of user and movie as trained. */
        MODEL,
        /** The user's factors are from the present ratings. */
        FOLDED_IN,
        /** The user alone is known to the model. */
        USER,
        /** The movie alone is. */
        MOVIE,
        /** Neither is. */
        MEAN
    }
}
