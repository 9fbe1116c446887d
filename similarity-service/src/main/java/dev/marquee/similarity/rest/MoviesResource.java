package dev.marquee.similarity.rest;

import dev.marquee.common.rest.OpenApi;
import dev.marquee.common.rest.Page;
import dev.marquee.similarity.app.SearchService;
import dev.marquee.similarity.movie.Movie;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Many movies: search, and batches by id.
 */
@Path("/api/v1/movies")
@Tag(name = MovieResource.TAG, description = "The catalogue: search, read, change")
@Blocking
@RegisterForReflection // ParameterCheck reads the parameters
public class MoviesResource {
    private final SearchService search;

    MoviesResource(SearchService search) {
        this.search = search;
    }

    @GET
    @Operation(operationId = "searchMovies", summary = "Search the catalogue",
            description = """
                    All typed words must occur in the title, or be its year. Case, accents and word order do not matter, a word may be
                    unfinished, and a word of four letters or more may have one typo.""")
    @APIResponse(responseCode = "200", description = "One page of the movies found",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = SummaryPage.class)))
    @APIResponse(responseCode = "400", ref = OpenApi.INVALID)
    @APIResponse(responseCode = "503", ref = OpenApi.NOT_READY)
    public Page<MovieSummary> search(
            @RestQuery @Size(max = Limits.TEXT)
            @Parameter(description = "words of the title; left out: all movies", example = "toy stroy")
            @Nullable String query,
            @RestQuery @Parameter(description = "in any case; see /genres", example = "Animation")
            @Nullable String genre,
            @RestQuery @Size(max = Limits.TEXT)
            @Parameter(description = "id of a person, or words of a name", example = "hanks tom")
            @Nullable String person,
            @RestQuery @Parameter(description = "first year", example = "1990") @Nullable Integer yearFrom,
            @RestQuery @Parameter(description = "last year", example = "1999") @Nullable Integer yearTo,
            @RestQuery @DefaultValue("relevance")
            @Parameter(description = "what fits best, by title, or newest first", schema = @Schema(enumeration = {
                    "relevance", "title", "year"})) String sort,
            @RestQuery @DefaultValue("0") @Min(0) @Parameter(description = "page, from 0") int page,
            @RestQuery @DefaultValue("20") @Min(1) @Max(Page.MAX_SIZE)
            @Parameter(description = "movies on a page") int size) {
        List<Movie> found = search.find(query, genre, person, yearFrom, yearTo, sort);
        return Page.of(found.stream().skip((long) page * size).limit(size).map(MovieSummary::of).toList(), page, size,
                found.size());
    }

    /** Names the element type for the OpenAPI document. */
    @Schema(name = "MoviePage", description = "One page of movies")
    private record SummaryPage(List<MovieSummary> items, int page, int size, long total, long totalPages) {}

    @POST
    @Path("batch")
    @Operation(operationId = "getMovies", summary = "Many movies by id",
            description = """
                    Each with its first ten directors, its first ten actors and its ten most frequent tags; all of them are in the answer for the
                    movie by itself.""")
    @APIResponse(responseCode = "200", description = "The movies, and what is missing",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = BatchAnswer.class)))
    @APIResponse(responseCode = "400", ref = OpenApi.INVALID)
    @APIResponse(responseCode = "413", ref = OpenApi.TOO_LARGE)
    @APIResponse(responseCode = "503", ref = OpenApi.NOT_READY)
    public BatchAnswer batch(@NotNull @Valid BatchRequest request) {
        SearchService.Batch batch = search.batch(request.movieIds());
        return new BatchAnswer(batch.movies().stream().map(MovieView::brief).toList(), batch.missing());
    }
}
