package dev.marquee.cf.rest;

import dev.marquee.cf.app.models.LearningCurves;
import dev.marquee.cf.app.models.ModelService;
import dev.marquee.cf.app.models.StoredModels;
import dev.marquee.cf.train.Role;
import dev.marquee.common.rest.OpenApi;
import dev.marquee.common.rest.Page;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Stored models.
 */
@Path("/api/v1/models")
@Tag(name = "Models", description = "What trainings left behind, and which of it answers")
@Blocking
@RegisterForReflection // ParameterCheck reads the parameters
public class ModelResource {
    private final ModelService models;
    private final StoredModels stored;
    private final LearningCurves curves;

    ModelResource(ModelService models, StoredModels stored, LearningCurves curves) {
        this.models = models;
        this.stored = stored;
        this.curves = curves;
    }

    /** Which model to activate. */
    @Schema(description = "The model to activate", examples = "{\"modelId\": 3}")
    public record Activation(@NotNull @Schema(examples = "3") Long modelId) {}

    @GET
    @Operation(operationId = "listModels", summary = "Stored models with their evaluation reports, newest first")
    @APIResponse(responseCode = "200", description = "A page of models")
    @APIResponse(responseCode = "400", ref = OpenApi.INVALID)
    public Page<ModelInfo> list(
            @RestQuery @DefaultValue("0") @Min(0) @Parameter(description = "page, from 0") int page,
            @RestQuery @DefaultValue("20") @Min(1) @Max(Page.MAX_SIZE)
            @Parameter(description = "models on a page") int size) {
        return Page.of(stored.list(page, size).stream().map(ModelInfo::of).toList(), page, size, stored.count());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getModel", summary = "One model: hyper-parameters, data, evaluation report")
    @APIResponse(responseCode = "200", description = "The model",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ModelInfo.class)))
    @APIResponse(responseCode = "404", ref = OpenApi.UNKNOWN)
    public ModelInfo get(@RestPath @Parameter(description = "id of the model", example = "3") long id) {
        return ModelInfo.of(stored.get(id));
    }

    @GET
    @Path("{id}/learning-curve.svg")
    @Produces("image/svg+xml")
    @Operation(operationId = "getLearningCurve", summary = "A drawing of the model's training, epoch by epoch")
    @APIResponse(responseCode = "200", description = "The drawing",
            content = @Content(mediaType = "image/svg+xml", schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", ref = OpenApi.UNKNOWN)
    public String learningCurve(@RestPath @Parameter(description = "id of the model", example = "3") long id) {
        return curves.svg(id);
    }

    @PUT
    @Path("active/{role}")
    @Operation(operationId = "activateModel", summary = "Make a stored model the one that answers",
            description = """
                    The swap is atomic: each request is answered by one model. The model that was active before is kept, so the way
                    back is the same call with its id.""")
    @APIResponse(responseCode = "200", description = "It is active",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ModelInfo.class)))
    @APIResponse(responseCode = "400", ref = OpenApi.INVALID)
    @APIResponse(responseCode = "404", ref = OpenApi.UNKNOWN)
    public ModelInfo activate(@RestPath @Parameter(description = "rating or ranking", example = "rating") String role,
            @Valid @NotNull Activation activation) {
        return ModelInfo.of(models.activate(Role.named(role), activation.modelId()));
    }

    @DELETE
    @Path("active/{role}")
    @Operation(operationId = "deactivateModel", summary = "Do without a ranking model", description = """
            Lists are then ordered by the rating model. The ranking model stays stored and can be activated again.""")
    @APIResponse(responseCode = "204", description = "The role has no active model")
    @APIResponse(responseCode = "400", ref = OpenApi.INVALID)
    public void deactivate(@RestPath @Parameter(description = "ranking", example = "ranking") String role) {
        models.deactivate(Role.named(role));
    }
}
