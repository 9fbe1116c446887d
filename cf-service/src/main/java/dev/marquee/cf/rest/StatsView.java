package dev.marquee.cf.rest;

import dev.marquee.cf.app.explore.StatsService.Stats;
import dev.marquee.cf.ratings.RatingStats;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is there.
 *
 * @param movies with at least one rating
 * @param knownMovies all that may be rated without asking similarity-service
 * @param histogram how many ratings there are of each number of stars; may be a minute old
 * @param modelId the active rating model; {@code null} without one
 * @param rankingModelId the active ranking model; {@code null} without one
 */
@Schema(name = "Stats", description = "What is there")
public record StatsView(@Schema(examples = "100836") long ratings, @Schema(examples = "610") long users,
        @Schema(examples = "9724") long movies, @Schema(examples = "9742") long knownMovies,
        @Schema(examples = "3.502") double meanRating,
        @Schema(examples = "{\"4.5\": 8551, \"5.0\": 13211}") Map<String, Long> histogram,
        @Schema(examples = "3") @Nullable Long modelId, @Schema(examples = "4") @Nullable Long rankingModelId) {

    static StatsView of(Stats stats) {
        RatingStats sums = stats.sums();
        return new StatsView(sums.ratings(), sums.users(), sums.movies(), sums.knownMovies(),
                Rounded.thousandths(sums.mean()), stats.histogram(), stats.modelId(), stats.rankingModelId());
    }
}
