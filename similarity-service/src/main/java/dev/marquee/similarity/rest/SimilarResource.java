package dev.marquee.similarity.rest;

import dev.marquee.common.rest.OpenApi;
import dev.marquee.similarity.app.SimilarityQuery;
import dev.marquee.similarity.app.SimilarityService;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;

/**
 * What is like a movie.
 */
@Path("/api/v1/movies")
@Tag(name = SimilarResource.TAG, description = "What is like a movie, or like a profile of movies, by content")
@Blocking
@RegisterForReflection // ParameterCheck reads the parameters
public class SimilarResource {
    static final String TAG = "Similarity";

    private final SimilarityService similarity;

    SimilarResource(SimilarityService similarity) {
        this.similarity = similarity;
    }

    @GET
    @Path("{movieId}/similar")
    @Operation(operationId = "similarToMovie", summary = "Movies like one movie", description = """
            The nearest movies by cosine similarity of genres, people, tags, title, year and runtime.""")
    @APIResponse(responseCode = "200", description = "The movies, best first",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = SimilarAnswer.class)))
    @APIResponse(responseCode = "400", ref = OpenApi.INVALID)
    @APIResponse(responseCode = "404", ref = OpenApi.UNKNOWN)
    @APIResponse(responseCode = "503", ref = OpenApi.NOT_READY)
    public SimilarAnswer similar(@RestPath @Parameter(description = "MovieLens id", example = "1") long movieId,
            @RestQuery @DefaultValue("20") @Min(1) @Max(Limits.SIMILAR)
            @Parameter(description = "movies in the answer") int limit,
            @RestQuery @Parameter(description = "in any case; see /genres", example = "Animation")
            @Nullable String genre,
            @RestQuery @Parameter(description = "first year", example = "1990") @Nullable Integer yearFrom,
            @RestQuery @Parameter(description = "last year", example = "1999") @Nullable Integer yearTo,
            @RestQuery @Separator(",")
            @Parameter(description = "ids that must not be in the answer, with commas or repeated",
                    example = "3114,78499") List<Long> exclude,
            @RestQuery @DefaultValue("false") @Parameter(description = "with the shared features") boolean explain,
            @RestQuery @DefaultValue(Limits.USUAL_REASONS) @Min(1) @Max(Limits.REASONS) @Parameter(
                    description = "how many shared features each movie names at most, the largest shares first") int mostReasons) {
        SimilarityQuery query = new SimilarityQuery(limit, genre, yearFrom, yearTo, Set.copyOf(exclude)::contains,
                explain);
        return SimilarViews.of(similarity.likeMovie(movieId, query, mostReasons));
    }
}
