package dev.marquee.cf.rest;

import dev.marquee.cf.ratings.NewRating;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rating that is now stored.
 *
 * @param rating stars
 */
@Schema(name = "NewRating")
public record NewRatingView(long userId, long movieId, float rating, Instant ratedAt) {

    static NewRatingView of(NewRating stored) {
        return new NewRatingView(stored.userId(), stored.movieId(), stored.rating(), stored.ratedAt());
    }
}
