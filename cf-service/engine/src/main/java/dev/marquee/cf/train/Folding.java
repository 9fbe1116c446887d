package dev.marquee.cf.train;

import dev.marquee.cf.model.MovieVector;
import dev.marquee.cf.model.UserVector;
import dev.marquee.common.error.InvalidRequest;

/**
 * Vectors for users and movies that a model does not know, or whose ratings have changed since, without a new training.
 * Implementations are thread-safe.
 */
public interface Folding {

    /**
     * @param movieIds the rated movies; those that the model does not know are left out
     * @param ratings one for each
     * @return the user's vector; zeros where no rated movie is known
     * @throws InvalidRequest if the lengths differ or a rating is not finite
     */
    UserVector user(long[] movieIds, float[] ratings);

    /**
     * @param userIds who rated the movie; those whom the model does not know are left out
     * @param ratings one for each
     * @return the movie's vector; zeros where no user is known
     * @throws InvalidRequest if the lengths differ or a rating is not finite
     */
    MovieVector movie(long[] userIds, float[] ratings);

    /** @throws InvalidRequest if the lengths differ or a rating is not finite */
    static void requireRatings(String others, long[] ids, float[] ratings) {
        if (ids.length != ratings.length) {
            throw new InvalidRequest("ratings", "there are " + ids.length + " " + others + " and " + ratings.length
                    + " ratings");
        }
        for (int i = 0; i < ratings.length; i++) {
            if (!Float.isFinite(ratings[i])) {
                throw new InvalidRequest("ratings[" + i + "].rating", "must be a finite number, is " + ratings[i]);
            }
        }
    }
}
