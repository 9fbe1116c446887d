package dev.marquee.cf.rest;

import dev.marquee.cf.app.catalogue.CatalogueMovie;
import dev.marquee.cf.app.catalogue.Metadata;
import dev.marquee.cf.app.recommend.Recommendation;
import dev.marquee.cf.app.recommend.Source;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One movie of a list.
 *
 * @param title {@code null} where the catalogue cannot be asked; likewise year and genres
 * @param predictedRating stars that the model expects of this user; {@code null} without a model
 * @param score what the list is ordered by, before diversity: larger is better; comparable within one list only
 * @param source {@code model}, {@code content} or {@code popular}
 * @param reasons one or more if they were asked for, or if the movie has few ratings; else none
 */
@Schema(name = "Recommendation", description = "A recommended movie")
public record RecommendationView(@Schema(examples = "3114") long movieId,
        @Schema(examples = "Toy Story 2") @Nullable String title, @Schema(examples = "1999") @Nullable Integer year,
        @Schema(examples = "[\"Adventure\", \"Animation\"]") @Nullable List<String> genres,
        @Schema(examples = "4.37") @Nullable Double predictedRating,
        @Schema(description = "what the list is ordered by, before diversity: larger is better. May be negative, and is comparable"
                + " within one list only", examples = "1.6311") double score,
        @Schema(examples = "model") String source, List<ReasonView> reasons) {
    private static final double SCORE_STEPS = 10_000;

    static RecommendationView of(Recommendation item, Metadata metadata) {
        CatalogueMovie movie = metadata.movies().get(item.movieId());
        return new RecommendationView(item.movieId(), movie == null ? null : movie.title(),
                movie == null ? null : movie.year(), movie == null ? null : movie.genres(),
                stars(item.predictedRating()),
                Math.round(item.score() * SCORE_STEPS) / SCORE_STEPS, word(item.source()),
                item.reasons().stream().map(ReasonView::of).toList());
    }

    private static @Nullable Double stars(@Nullable Float predicted) {
        return predicted == null ? null : (Double) Rounded.hundredths(predicted);
    }

    private static String word(Source source) {
        return switch (source) {
            case MODEL -> "model";
            case CONTENT -> "content";
            case POPULAR -> "popular";
        };
    }
}
