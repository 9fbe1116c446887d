package dev.marquee.cf.app.explore;

import dev.marquee.cf.app.models.ActiveModels;
import dev.marquee.cf.app.models.LoadedModel;
import dev.marquee.cf.ratings.RatingStats;
import dev.marquee.cf.ratings.RatingStore;
import io.quarkus.cache.CacheInvalidateAll;
import io.quarkus.cache.CacheResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
     * @param histogram how many ratings there are of each number of stars; may be a minute old
     * @param modelId the active rating model; {@code null} without one
     * @param rankingModelId the active ranking model; {@code null} without one
     */
    public record Stats(RatingStats sums, Map<String, Long> histogram, @Nullable Long modelId,
            @Nullable Long rankingModelId) {}

    public Uni<Stats> stats() {
        // One after the other: both use the request's one session.
        return ratings.stats().flatMap(sums -> histogram().map(histogram -> new Stats(sums, histogram,
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
