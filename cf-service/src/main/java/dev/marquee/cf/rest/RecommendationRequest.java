package dev.marquee.cf.rest;

import dev.marquee.cf.app.feedback.RatingRules;
import dev.marquee.cf.app.recommend.ListRequest;
import dev.marquee.cf.app.recommend.Profile;
import dev.marquee.cf.app.recommend.Strategy;
import dev.marquee.common.error.InvalidRequest;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Someone's ratings, and what kind of list is wanted.
 */
@Schema(description = "Someone's ratings, and what kind of list is wanted", examples = """
        {"ratings": [{"movieId": 1, "rating": 5}, {"movieId": 356, "rating": 2.5}], "limit": 5, "explain": true}""")
public record RecommendationRequest(@NotNull @Size(max = 20_000) List<@Nullable Given> ratings,
        @Min(1) @Max(100) @Schema(examples = "10", defaultValue = "10") @Nullable Integer limit, @Nullable String genre,
        @Nullable Integer yearFrom, @Nullable Integer yearTo, @Size(max = 10_000) @Nullable Set<@NotNull Long> exclude,
        @DecimalMin("0") @DecimalMax("1") @Schema(examples = "0", defaultValue = "0") @Nullable Double diversity,
        @DecimalMin("0") @DecimalMax("0.5") @Schema(examples = "0.1") @Nullable Double exploration,
        @Schema(examples = "auto", defaultValue = "auto") @Nullable StrategyView strategy,
        @Schema(examples = "false") @Nullable Boolean explain) {

    private static final int LIMIT = 10;

    /** One of the ratings. */
    @Schema(description = "A rating")
    public record Given(@Schema(examples = "1", minimum = "1") @Nullable Long movieId,
            @Schema(examples = "4.5") @Nullable Double rating) {}

    ListRequest toListRequest() {
        return ListQuery.request(limit == null ? LIMIT : limit, genre, yearFrom, yearTo,
                exclude == null ? Set.of() : exclude,
                diversity == null ? 0 : diversity, exploration, strategy == null ? Strategy.AUTO : strategy.strategy(),
                explain != null && explain);
    }

    /**
     * @throws InvalidRequest naming each offending rating, such as {@code ratings[3].rating}
     */
    Profile toProfile() {
        SequencedMap<String, String> problems = new LinkedHashMap<>();
        SortedMap<Long, Float> byMovie = new TreeMap<>();
        for (int i = 0; i < ratings.size(); i++) {
            add(ratings.get(i), "ratings[" + i + "]", byMovie, problems);
        }
        if (!problems.isEmpty()) {
            throw new InvalidRequest(problems);
        }
        return Profile.of(byMovie);
    }

    private static void add(@Nullable Given given, String name, SortedMap<Long, Float> byMovie,
            SequencedMap<String, String> problems) {
        if (given == null) {
            problems.put(name + ".rating", "is missing");
            return;
        }
        Float stars = RatingRules.stars(name + ".rating", given.rating(), problems);
        if (stars == null) {
            return;
        }
        if (given.movieId() == null) {
            problems.put(name + ".movieId", "is missing");
        } else if (given.movieId() < 1) {
            problems.put(name + ".movieId", "must be 1 or more, is " + given.movieId());
        } else if (byMovie.put(given.movieId(), stars) != null) {
            problems.put(name + ".movieId", "movie " + given.movieId() + " is rated already");
        }
    }
}
