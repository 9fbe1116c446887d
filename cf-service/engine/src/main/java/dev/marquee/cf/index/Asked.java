package dev.marquee.cf.index;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.ScoreWeights;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Users who ask for lists, and when they do. Immutable, thread-safe.
 *
 * @param known their ratings
 * @param at seconds since 1970; empty: each asks in the sitting of their last known rating
 */
public record Asked(RatingMatrix known, OptionalLong at) {

    /** Each user asks in the sitting of their last known rating. */
    public static Asked inTheSitting(RatingMatrix known) {
        return new Asked(known, OptionalLong.empty());
    }

    /** All ask at the time of the last rating that is known of anybody. */
    public static Asked atTheEnd(RatingMatrix known) {
        return new Asked(known, IntStream.range(0, known.size()).mapToLong(known::epochSeconds).max());
    }

    /**
     * Someone for whom a list is made.
     *
     * @param vector the model's factors of the user
     * @param user by index of {@code known}
     */
    public Rater rater(float[] vector, int user) {
        Csr byUser = known.byUser();
        float[] ratings = new float[byUser.length(user)];
        byUser.copyValues(byUser.start(user), ratings.length, ratings);
        return new Rater(vector, byUser.rowIndexes(user), ratings, isAway(user));
    }

    private boolean isAway(int user) {
        long last = IntStream.range(known.byUser().start(user), known.byUser().end(user))
                .mapToLong(known::epochSeconds).max().orElse(0);
        return at.isPresent() && ScoreWeights.isAway(last, at.getAsLong());
    }
}
