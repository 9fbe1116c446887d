package dev.marquee.cf.rest;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.marquee.cf.app.feedback.SentRating;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One of many ratings as it was sent; anything may be missing or wrong.
 *
 * @param ratedAt {@code null}: now
 */
@Schema(description = "A rating", examples = """
        {"userId": 1, "movieId": 3114, "rating": 4.5}""")
// Read by hand, so no resource's signature names it.
@RegisterForReflection
public record RatingInput(@Nullable Long userId, @Nullable Long movieId, @Nullable Double rating,
        @JsonDeserialize(using = RatedAt.class) @Nullable Instant ratedAt) {

    SentRating sent() {
        return new SentRating(userId, movieId, rating, ratedAt);
    }
}
