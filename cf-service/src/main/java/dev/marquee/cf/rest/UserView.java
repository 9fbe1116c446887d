package dev.marquee.cf.rest;

import dev.marquee.cf.ratings.RaterEntity;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user, summed up.
 */
@Schema(description = "A user who rated something")
public record UserView(@Schema(examples = "1") long userId, @Schema(examples = "232") long ratings,
        @Schema(examples = "4.366") double meanRating, @Nullable Instant lastRatedAt) {

    static UserView of(RaterEntity rater) {
        return new UserView(rater.userId(), rater.ratingCount(), Rounded.thousandths(rater.meanRating()),
                rater.lastRatedAt());
    }
}
