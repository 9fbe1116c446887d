package dev.marquee.cf.rest;

import dev.marquee.cf.app.explore.NeighbourService;
import dev.marquee.cf.app.explore.StatsService;
import dev.marquee.cf.app.recommend.PopularService;
import dev.marquee.cf.app.recommend.PopularWish;
import dev.marquee.cf.rest.Neighbours.MovieNeighbour;
import dev.marquee.cf.rest.Neighbours.UserNeighbour;
import dev.marquee.common.rest.OpenApi;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Popular movies, neighbours and numbers.
 */
@Path("/api/v1")
@Tag(name = "Explore", description = "Popular movies, neighbours and numbers")
@RegisterForReflection // ParameterCheck reads the parameters
public class ExploreResource {
    private final PopularService popular;
    private final NeighbourService neighbours;
    private final StatsService stats;

    ExploreResource(PopularService popular, NeighbourService neighbours, StatsService stats) {
        this.popular = popular;
        this.neighbours = neighbours;
        this.stats = stats;
    }

    @GET
    @Path("movies/popular")
    @Operation(operationId = "listPopular", summary = "What everybody likes",
            description = """
                    By default by how many rated them and how well: the number of ratings times the square of their damped mean,
                    which is as if each movie had some more ratings of the overall mean, or of 3.5 stars if that is less. With
                    by=rating by the damped mean alone. Equal ones by the number of their ratings. With days only ratings of the
                    last days before the newest rating count; where these are very few, such as the first live ones after an import
                    of old data, it goes back further, and since and a note say so. Such an answer may be some seconds old, or
                    minutes where there are tens of millions. Needs no model.""")
    @APIResponse(responseCode = "200", description = "The movies")
    @APIResponse(responseCode = "400", ref = OpenApi.INVALID)
    @APIResponse(responseCode = "503", ref = OpenApi.NOT_READY)
    public Uni<PopularView> popular(
            @RestQuery @DefaultValue("10") @Min(1) @Max(100)
            @Parameter(description = "how many movies", example = "10") int limit,
            @RestQuery @Parameter(description = "only movies of this genre", example = "Comedy") @Nullable String genre,
            @RestQuery @Parameter(description = "only movies from this year on", example = "1990")
            @Nullable Integer yearFrom,
            @RestQuery @Parameter(description = "only movies up to this year", example = "2005")
            @Nullable Integer yearTo,
            @RestQuery @DefaultValue("count")
            @Parameter(description = "count: by the number of ratings, rating: by their mean", example = "count",
                    schema = @Schema(type = SchemaType.STRING, enumeration = {"count", "rating"})) String by,
            @RestQuery @Min(1) @Max(36_500)
            @Parameter(description = "only ratings of so many last days of the data; all, where it is not given",
                    example = "365")
            @Nullable Integer days) {
        return popular.list(new PopularWish(PopularByView.fromString(by).order(), days), limit,
                ListQuery.genre(genre), yearFrom, ListQuery.yearTo(yearFrom, yearTo))
                .map(PopularView::of);
    }

    @GET
    @Path("movies/{movieId}/neighbours")
    @Operation(operationId = "listMovieNeighbours", summary = "Movies that the same people like", description = """
            By the cosine of the model's factors; compare similarity-service, which goes by metadata.""")
    @APIResponse(responseCode = "200", description = "The nearest movies")
    @APIResponse(responseCode = "404", ref = OpenApi.UNKNOWN)
    @APIResponse(responseCode = "503", ref = OpenApi.NOT_READY)
    public Uni<Neighbours<MovieNeighbour>> ofMovie(
            @RestPath @Parameter(description = "id of the movie", example = "1") long movieId,
            @RestQuery @DefaultValue("10") @Min(1) @Max(100)
            @Parameter(description = "how many movies", example = "10") int limit) {
        return neighbours.ofMovie(movieId, limit).map(Neighbours::ofMovies);
    }

    @GET
    @Path("users/{userId}/neighbours")
    @Operation(operationId = "listUserNeighbours", summary = "Users who like the same movies")
    @APIResponse(responseCode = "200", description = "The nearest users")
    @APIResponse(responseCode = "404", ref = OpenApi.UNKNOWN)
    @APIResponse(responseCode = "503", ref = OpenApi.NOT_READY)
    public Uni<Neighbours<UserNeighbour>> ofUser(
            @RestPath @Parameter(description = "id of the user", example = "1") long userId,
            @RestQuery @DefaultValue("10") @Min(1) @Max(100)
            @Parameter(description = "how many users", example = "10") int limit) {
        return neighbours.ofUser(userId, limit).map(Neighbours::ofUsers);
    }

    @GET
    @Path("stats")
    @Operation(operationId = "getStats", summary = "Numbers of ratings, users and movies, and the active model")
    @APIResponse(responseCode = "200", description = "The numbers")
    public Uni<StatsView> stats() {
        return stats.stats().map(StatsView::of);
    }
}
