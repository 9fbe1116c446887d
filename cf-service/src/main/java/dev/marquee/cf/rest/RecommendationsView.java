package dev.marquee.cf.rest;

import dev.marquee.cf.app.catalogue.Metadata;
import dev.marquee.cf.app.recommend.Recommendations;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A list of movies for someone, see {@link Recommendations}.
 *
 * @param userId {@code null} for someone who is not stored
 * @param strategy that was asked for
 * @param orderedBy what the movies are in order by
 * @param modelId the rating model; {@code null} where none was used
 * @param rankingModelId the ranking model; {@code null} where there is none
 * @param titlesAvailable whether the catalogue could be asked
 * @param notes what the reader should know of this list
 */
@Schema(name = "Recommendations", description = "Movies that the user has not rated, best first")
public record RecommendationsView(@Schema(examples = "1") @Nullable Long userId, StrategyView strategy,
        @Schema(description = "What the movies are in order by: final is the learnt final score of the ranking model",
                enumeration = {
                        "final", "model", "content", "blend", "popular"},
                examples = "final") String orderedBy,
        @Schema(examples = "3") @Nullable Long modelId, @Schema(examples = "4") @Nullable Long rankingModelId,
        boolean foldedIn,
        boolean titlesAvailable, List<String> notes, List<RecommendationView> items) {

    static RecommendationsView of(Recommendations list) {
        Metadata metadata = list.metadata();
        return new RecommendationsView(list.userId(), StrategyView.of(list.strategy()), list.by().word(),
                list.modelId(),
                list.rankingModelId(), list.foldedIn(), metadata.complete(), list.notes(),
                list.items().stream().map(item -> RecommendationView.of(item, metadata)).toList());
    }
}
