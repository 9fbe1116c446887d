package dev.marquee.cf.app.explore;

import dev.marquee.cf.app.models.ActiveModels;
import dev.marquee.cf.app.models.LoadedModel;
import dev.marquee.cf.ratings.RatingStore;
import io.quarkus.cache.CacheInvalidateAll;
import io.quarkus.cache.CacheResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Numbers about what is there. Never blocks. Thread-safe.
 */
@ApplicationScoped
public class StatsService {
    private final RatingStore ratings;
    private final ActiveModels models;

    StatsService(RatingStore ratings, ActiveModels models) {
        this.ratings = ratings;
        this.models = models;
    }

    /**
     * What is there.
     *
     * @param movies with at least one rating
     * @param knownMovies all that may be rated without asking similarity-service
     * @param histogram how many ratings there are of each number of stars; may be a minute old
     * @param modelId the active rating model; {@code null} without one
     * @param rankingModelId the active ranking model; {@code null} without one
     */
    @Schema(description = "What is there")
    public record Stats(@Schema(examples = "100836") long ratings, @Schema(examples = "610") long users,
            @Schema(examples = "9724") long movies, @Schema(examples = "9742") long knownMovies,
            @Schema(examples = "3.502") double meanRating,
            @Schema(examples = "{\"4.5\": 8551, \"5.0\": 13211}") Map<String, Long> histogram,
            @Schema(examples = "3") Long modelId, @Schema(examples = "4") Long rankingModelId) {}

    public Uni<Stats> stats() {
        // One after the other: both use the request's one session.
        return ratings.stats().flatMap(sums -> histogram().map(histogram -> new Stats(sums.ratings(), sums.users(),
                sums.movies(), sums.knownMovies(), Math.round(sums.mean() * 1000) / 1000.0, histogram,
                models.rating().map(LoadedModel::id).orElse(null),
                models.ranking().map(LoadedModel::id).orElse(null))));
    }

    /** After an import: the next answer counts anew. */
    @CacheInvalidateAll(cacheName = "rating-histogram")
    public void forgetHistogram() {
        // the annotation does it
    }

    /** Counting goes through all ratings, a second for tens of millions of them. */
    @CacheResult(cacheName = "rating-histogram")
    Uni<Map<String, Long>> histogram() {
        return ratings.histogram();
    }
}
