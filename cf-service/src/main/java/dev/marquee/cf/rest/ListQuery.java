package dev.marquee.cf.rest;

import dev.marquee.cf.app.recommend.ListRequest;
import dev.marquee.cf.app.recommend.Strategy;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.text.GenreName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters that a list of recommendations takes.
 */
@RegisterForReflection // ParameterCheck reads the parameters
public class ListQuery {
    @RestQuery
    @DefaultValue("10")
    @Min(1)
    @Max(100)
    @Parameter(description = "how many movies", example = "10")
    int limit;

    @RestQuery
    @Parameter(description = "only movies of this genre", example = "Comedy")
    @Nullable
    String genre;

    @RestQuery
    @Parameter(description = "only movies from this year on", example = "1990")
    @Nullable
    Integer yearFrom;

    @RestQuery
    @Parameter(description = "only movies up to this year", example = "2005")
    @Nullable
    Integer yearTo;

    @RestQuery
    @Parameter(description = "ids of movies that must not be in the list, separated by commas or repeated",
            example = "318,296")
    @Nullable
    List<String> exclude;

    @RestQuery
    @DefaultValue("0")
    @DecimalMin("0")
    @DecimalMax("1")
    @NotNull
    @Parameter(description = "0: the best movies, 1: the most different ones", example = "0.3")
    @SuppressWarnings("NullAway.Init") // the framework fills it
    Double diversity;

    @RestQuery
    @DecimalMin("0")
    @DecimalMax("0.5")
    @Parameter(
            description = "which share of the places goes to movies that hardly anybody has rated; without it the service's own (marquee.recommend.exploration)",
            example = "0.1")
    @Nullable
    Double exploration;

    @RestQuery
    @DefaultValue("auto")
    @Parameter(
            description = "auto: the best there is, model: by ratings, content: by metadata, blend: by both, popular: what everybody likes",
            example = "auto", schema = @Schema(implementation = StrategyView.class))
    @SuppressWarnings("NullAway.Init") // the framework fills it
    String strategy;

    @RestQuery
    @DefaultValue("false")
    @Parameter(description = "whether each movie says why it is there", example = "true")
    boolean explain;

    /**
     * @throws InvalidRequest naming the parameter that makes no sense
     */
    ListRequest toListRequest() {
        return request(limit, genre, yearFrom, yearTo, ids(exclude), diversity, exploration,
                StrategyView.fromString(strategy).strategy(), explain);
    }

    static ListRequest request(int limit, @Nullable String genre, @Nullable Integer yearFrom, @Nullable Integer yearTo,
            Set<Long> exclude, double diversity, @Nullable Double exploration, Strategy strategy, boolean explain) {
        return new ListRequest(limit, genre(genre), yearFrom, yearTo(yearFrom, yearTo), exclude, diversity, exploration,
                strategy,
                explain);
    }

    /** In the spelling of the catalogue; {@code null} where it is blank. */
    static @Nullable String genre(@Nullable String given) {
        return given == null || given.isBlank() ? null : GenreName.of(given);
    }

    /** The last year, not before the first. */
    static @Nullable Integer yearTo(@Nullable Integer yearFrom, @Nullable Integer yearTo) {
        if (yearFrom != null && yearTo != null && yearFrom > yearTo) {
            throw new InvalidRequest("yearFrom", "must not be after yearTo, is " + yearFrom + " and " + yearTo);
        }
        return yearTo;
    }

    /** Java would read other digits, too. */
    private static String ascii(String id) {
        if (!id.chars().allMatch(letter -> letter < 0x80)) {
            throw new NumberFormatException(id);
        }
        return id;
    }

    private static Set<Long> ids(@Nullable List<String> words) {
        Set<Long> ids = new HashSet<>();
        for (String word : words == null ? List.<String>of() : words) {
            for (String id : word.split(",", -1)) {
                try {
                    ids.add(Long.valueOf(ascii(id.strip())));
                } catch (NumberFormatException e) {
                    throw new InvalidRequest("exclude", "must be ids of movies, separated by commas, is " + word);
                }
            }
        }
        return ids;
    }
}
