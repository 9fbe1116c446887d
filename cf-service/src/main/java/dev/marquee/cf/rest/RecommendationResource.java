package dev.marquee.cf.rest;

import dev.marquee.cf.app.recommend.RecommendationService;
import dev.marquee.common.rest.OpenApi;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Recommendations.
 */
@Path("/api/v1")
@Tag(name = "Recommendations", description = "Movies that someone has not rated and will like")
@RegisterForReflection // ParameterCheck reads the parameters
public class RecommendationResource {
    private final RecommendationService recommendations;

    RecommendationResource(RecommendationService recommendations) {
        this.recommendations = recommendations;
    }

    @GET
    @Path("users/{userId}/recommendations")
    @Operation(operationId = "recommend", summary = "Movies for a user",
            description = """
                    The best movies that the user has not rated, with the stars that the model expects. Each rating counts at once.
                    Someone of whom nothing is known to like gets what everybody likes, and a note that says why.
                    A movie with few ratings is there only for its content, and then says why. While similarity-service is down there
                    are no titles, and the answer says so.""")
    @APIResponse(responseCode = "200", description = "The list",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = RecommendationsView.class)))
    @APIResponse(responseCode = "400", ref = OpenApi.INVALID)
    @APIResponse(responseCode = "404", ref = OpenApi.UNKNOWN)
    @APIResponse(responseCode = "503", ref = OpenApi.NOT_READY)
    public Uni<RecommendationsView> recommend(
            @RestPath @Parameter(description = "id of the user", example = "1") long userId,
            @Valid @BeanParam ListQuery query) {
        return recommendations.recommend(userId, query.toListRequest()).map(RecommendationsView::of);
    }

    @POST
    @Path("recommendations")
    @Operation(operationId = "recommendFor", summary = "Movies for someone who is not stored",
            description = """
                    The same for the ratings of the request; nothing of them is kept. Without any rating, or any of a movie that is liked
                    and known, the list is what everybody likes, and a note says so.""")
    @APIResponse(responseCode = "200", description = "The list",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = RecommendationsView.class)))
    @APIResponse(responseCode = "400", ref = OpenApi.INVALID)
    @APIResponse(responseCode = "413", ref = OpenApi.TOO_LARGE)
    @APIResponse(responseCode = "503", ref = OpenApi.NOT_READY)
    public Uni<RecommendationsView> recommendFor(@Valid @NotNull RecommendationRequest request) {
        return recommendations.recommend(request.toProfile(), request.toListRequest()).map(RecommendationsView::of);
    }
}
