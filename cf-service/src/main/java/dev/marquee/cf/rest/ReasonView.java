package dev.marquee.cf.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.marquee.cf.app.recommend.Reason;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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
@Schema(name = "Reason", description = "Why a movie is in the list")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReasonView(@Schema(examples = "rated") String kind,
        @Schema(examples = "Toy Story") @Nullable String value,
        @Schema(examples = "1") @Nullable Long movieId, @Schema(examples = "4.5") @Nullable Float rating,
        @Schema(examples = "0.41") @Nullable Double share) {

    static ReasonView of(Reason reason) {
        return switch (reason) {
            case Reason.Rated it ->
                new ReasonView("rated", it.title(), it.movieId(), it.rating(), Rounded.thousandths(it.share()));
            case Reason.Similar it ->
                new ReasonView("similar", it.title(), it.movieId(), it.rating(), Rounded.thousandths(it.share()));
            case Reason.Shared it -> new ReasonView(it.kind(), it.value(), null, null, Rounded.thousandths(it.share()));
            case Reason.Content it -> new ReasonView("content",
                    "Its metadata are like those of the movies that you like", null, null, 1.0);
            case Reason.Popular it -> sentence("popular", popular(it));
            case Reason.Ranked it -> sentence("model", String.format(Locale.ROOT,
                    "It ranks high by its %d ratings, and none of your own speaks for it in particular",
                    it.ratings()));
        };
    }

    private static String popular(Reason.Popular it) {
        String ratings = it.ratings() + (it.ratings() == 1 ? " rating" : " ratings");
        return it.mean() == null
                ? "Everybody's ratings speak for it more than your own: " + ratings
                : String.format(Locale.ROOT, "%s, %.1f stars on average", ratings, it.mean());
    }

    private static ReasonView sentence(String kind, String value) {
        return new ReasonView(kind, value, null, null, null);
    }
}
