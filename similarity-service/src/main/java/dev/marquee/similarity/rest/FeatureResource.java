package dev.marquee.similarity.rest;

import dev.marquee.common.rest.OpenApi;
import dev.marquee.similarity.app.FeatureService;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The feature vectors of all movies.
 */
@Path("/api/v1/features")
@Tag(name = SimilarResource.TAG)
@Blocking
@RegisterForReflection // ParameterCheck reads the parameters
public class FeatureResource {
    private final FeatureService features;

    FeatureResource(FeatureService features) {
        this.features = features;
    }

    @GET
    @Operation(operationId = "listFeatures", summary = "Feature vectors of all movies, page by page",
            description = """
                    For services that compare many movies by themselves, such as trainers. A movie's vector has a length of 1 at most; the
                    product of two is the cosine that similar movies are found by. A page may end early. Read on with after=next as long as
                    there is a next, and begin anew where a page is of another space.""")
    @APIResponse(responseCode = "200", description = "The vectors",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = FeaturesAnswer.class)))
    @APIResponse(responseCode = "400", ref = OpenApi.INVALID)
    @APIResponse(responseCode = "503", ref = OpenApi.NOT_READY)
    public FeaturesAnswer features(
            @RestQuery @DefaultValue("0") @Min(0)
            @Parameter(description = "only movies with larger ids", example = "0") long after,
            @RestQuery @DefaultValue("1000") @Min(1) @Max(Limits.FEATURE_ROWS)
            @Parameter(description = "movies in the answer") int limit) {
        return FeaturesAnswer.of(features.page(after, limit, Limits.FEATURE_ENTRIES));
    }
}
