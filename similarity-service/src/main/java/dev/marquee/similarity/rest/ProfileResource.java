package dev.marquee.similarity.rest;

import dev.marquee.common.rest.OpenApi;
import dev.marquee.similarity.app.SimilarityQuery;
import dev.marquee.similarity.app.SimilarityService;
import dev.marquee.similarity.index.WeightedMovie;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What is like a profile of movies.
 */
@Path("/api/v1/similar")
@Tag(name = SimilarResource.TAG)
@Blocking
@RegisterForReflection // ParameterCheck reads the parameters
public class ProfileResource {
    private final SimilarityService similarity;

    ProfileResource(SimilarityService similarity) {
        this.similarity = similarity;
    }

    @POST
    @Operation(operationId = "similarToProfile", summary = "Movies like a profile",
            description = """
                    A profile is what someone likes, as movies with weights; a weight below 0 is for a movie that is not liked.""")
    @APIResponse(responseCode = "200", description = "The movies, best first",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ProfileAnswer.class)))
    @APIResponse(responseCode = "400", ref = OpenApi.INVALID)
    @APIResponse(responseCode = "413", ref = OpenApi.TOO_LARGE)
    @APIResponse(responseCode = "503", ref = OpenApi.NOT_READY)
    public ProfileAnswer similarToProfile(@NotNull @Valid ProfileRequest request) {
        SimilarityQuery query = new SimilarityQuery(request.limit(), request.genre(), request.yearFrom(),
                request.yearTo(),
                Set.copyOf(request.exclude())::contains, request.explain());
        List<WeightedMovie> profile = request.movies().stream()
                .map(movie -> new WeightedMovie(movie.movieId(), movie.weight())).toList();
        return SimilarViews.of(similarity.likeProfile(profile, query, request.mostReasons()));
    }

    @POST
    @Path("scores")
    @Operation(operationId = "scoresOfProfile", summary = "Ids and scores of movies like a profile",
            description = """
                    The same movies in the same order for services that know the rest: a hundred candidates with titles and reasons take
                    longer to write and to read than to find.""")
    @APIResponse(responseCode = "200", description = "The movies, best first",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ScoresAnswer.class)))
    @APIResponse(responseCode = "400", ref = OpenApi.INVALID)
    @APIResponse(responseCode = "413", ref = OpenApi.TOO_LARGE)
    @APIResponse(responseCode = "503", ref = OpenApi.NOT_READY)
    public ScoresAnswer scores(@NotNull @Valid ScoresRequest request) {
        long[] left = request.exclude().clone();
        Arrays.sort(left);
        SimilarityQuery query = new SimilarityQuery(request.limit(), request.genre(), request.yearFrom(),
                request.yearTo(),
                id -> Arrays.binarySearch(left, id) >= 0, false);
        return SimilarViews.scores(
                similarity.likeProfile(ProfileArrays.of(request.movieIds(), request.weights()), query, 1));
    }

    @POST
    @Path("reasons")
    @Operation(operationId = "reasonsOfProfile", summary = "Why movies are like a profile",
            description = """
                    For the few that were chosen of many. A movie that has nothing in common with the profile has no reasons.""")
    @APIResponse(responseCode = "200", description = "The reasons",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ReasonsAnswer.class)))
    @APIResponse(responseCode = "400", ref = OpenApi.INVALID)
    @APIResponse(responseCode = "413", ref = OpenApi.TOO_LARGE)
    @APIResponse(responseCode = "503", ref = OpenApi.NOT_READY)
    public ReasonsAnswer reasons(@NotNull @Valid ReasonsRequest request) {
        return SimilarViews
                .reasons(similarity.explain(ProfileArrays.of(request.movieIds(), request.weights()), request.of(),
                        request.mostReasons()));
    }
}
