package dev.marquee.cf.rest;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.marquee.cf.app.feedback.SentRating;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One of many ratings as it was sent; anything may be missing or wrong.
 *
 * @param ratedAt {@code null}: now
 */
@Schema(description = "A rating", examples = """
        {"userId": 1, "movieId": 3114, "rating": 4.5}""")
// Read by hand, so no resource's signature names it.
@RegisterForReflection
public record RatingInput(Long userId, Long movieId, Double rating,
        @JsonDeserialize(using = RatedAt.class) Instant ratedAt) {

    SentRating sent() {
        return new SentRating(userId, movieId, rating, ratedAt);
    }
}
