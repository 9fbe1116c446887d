package dev.marquee.cf.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marquee.cf.app.explore.Prediction;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A predicted rating.
 *
 * @param predictedRating stars
 * @param standardDeviation in stars; {@code null} where it is not known
 * @param basis what the prediction stands on
 * @param rating what the user gave the movie; {@code null} where it is not rated
 */
@Schema(name = "Prediction", description = "A predicted rating")
public record PredictionView(@Schema(examples = "1") long userId, @Schema(examples = "3114") long movieId,
        @Schema(examples = "4.21") double predictedRating,
        @Schema(examples = "0.87") @Nullable Double standardDeviation, Basis basis,
        @Schema(examples = "4.5") @Nullable Float rating) {

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

    /** In the order of the pairs. */
    @Schema(description = "Predicted ratings in the order of the pairs")
    public record Answer(List<PredictionView> predictions) {
        static Answer of(List<Prediction> found) {
            return new Answer(found.stream().map(PredictionView::of).toList());
        }
    }

    static PredictionView of(Prediction found) {
        Double deviation = found.deviation() == null ? null : (Double) Rounded.hundredths(found.deviation());
        return new PredictionView(found.userId(), found.movieId(), Rounded.hundredths(found.stars()), deviation,
                Basis.valueOf(found.basis().name()), found.rating());
    }
}
