package dev.marquee.cf.app.explore;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A predicted rating.
 *
 * @param predictedRating stars
 * @param standardDeviation how far off the rating may be, in stars: about two thirds lie within one deviation;
 *            {@code null} where the model does not know, as only bpmf does, or where user or movie are not known to it
 * @param basis what the prediction stands on
 * @param rating what the user gave the movie; {@code null} where it is not rated
 */
@Schema(description = "A predicted rating")
public record Prediction(@Schema(examples = "1") long userId, @Schema(examples = "3114") long movieId,
        @Schema(examples = "4.21") double predictedRating,
        @Schema(examples = "0.87") Double standardDeviation, Basis basis, @Schema(examples = "4.5") Float rating) {

    /** What a prediction stands on. */
    @Schema(description = """
            model: factors of user and movie as trained; folded-in: the user's factors from the present ratings; user, movie:
            only one of the two is known to the model; mean: neither is""")
    public enum Basis {
        @JsonProperty("model")
        MODEL,
        @JsonProperty("folded-in")
        FOLDED_IN,
        @JsonProperty("user")
        USER,
        @JsonProperty("movie")
        MOVIE,
        @JsonProperty("mean")
        MEAN
    }
}
