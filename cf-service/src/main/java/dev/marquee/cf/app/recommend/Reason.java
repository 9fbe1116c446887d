package dev.marquee.cf.app.recommend;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a movie is in a list.
 *
 * @param kind {@code rated}: the model finds it like a movie that the user rated; {@code similar}: its metadata are
 *            like those of a movie that the user rated; {@code popular}: many people like it; {@code model}: the model
 *            ranks it high, and none of the user's ratings says why in particular; {@code content}: likewise by its
 *            metadata; anything else is the kind of a shared feature, such as {@code genre}
 * @param value a title, the feature, or a sentence
 * @param movieId the rated movie, where there is one
 * @param rating what the user gave it
 * @param share how much of the score it explains, 0 to 1
 */
@Schema(description = "Why a movie is in the list")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reason(@Schema(examples = "rated") String kind, @Schema(examples = "Toy Story") String value,
        @Schema(examples = "1") Long movieId, @Schema(examples = "4.5") Float rating,
        @Schema(examples = "0.41") Double share) {

    static Reason rated(long movieId, String title, float rating, double share) {
        return new Reason("rated", title, movieId, rating, round(share));
    }

    static Reason similar(long movieId, String title, Float rating, double share) {
        return new Reason("similar", title, movieId, rating, round(share));
    }

    static Reason feature(String kind, String value, double share) {
        return new Reason(kind, value, null, null, round(share));
    }

    static Reason popular(long ratings, double mean) {
        return new Reason("popular", String.format(java.util.Locale.ROOT, "%.1f stars on average from %d ratings", mean,
                ratings), null, null, null);
    }

    static Reason model(int ratings) {
        return new Reason("model", String.format(java.util.Locale.ROOT,
                "It ranks high by its %d ratings, and none of your own speaks for it in particular", ratings), null,
                null, null);
    }

    private static double round(double share) {
        return Math.round(share * 1000) / 1000.0;
    }
}
