package dev.marquee.similarity.index;

import dev.marquee.common.error.InvalidRequest;

/**
 * A movie of a profile.
 *
 * @param weight how much it counts; negative for a dislike
 */
public record WeightedMovie(long movieId, float weight) {

    /**
     * @throws InvalidRequest if the weight is infinite or not a number
     */
    public WeightedMovie {
        if (!Float.isFinite(weight)) {
            throw new InvalidRequest("weight", "must be a finite number, is " + weight + " for movie " + movieId);
        }
    }
}
