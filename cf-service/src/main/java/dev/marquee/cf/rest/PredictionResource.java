package dev.marquee.cf.rest;

import dev.marquee.cf.app.explore.PredictionService;
import dev.marquee.cf.rest.PredictionView.Answer;
import dev.marquee.common.rest.OpenApi;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.jboss.resteasy.reactive.RestPath;

/**
 * Predictions of single ratings.
 */
@Path("/api/v1")
@Tag(name = "Predictions", description = "What someone would give a movie")
@RegisterForReflection // ParameterCheck reads the parameters
public class PredictionResource {
    private final PredictionService predictions;

    PredictionResource(PredictionService predictions) {
        this.predictions = predictions;
    }

    /** Whose ratings of what. */
    @Schema(description = "Users and movies", examples = "{\"pairs\": [{\"userId\": 1, \"movieId\": 3114}]}")
    public record Pairs(@NotEmpty @Size(max = 1000) List<@NotNull @Valid Pair> pairs) {}

    /** Whose rating of what. */
    @Schema(description = "A user and a movie")
    public record Pair(@NotNull @Schema(examples = "1") Long userId,
            @NotNull @Schema(examples = "3114") Long movieId) {}

    @GET
    @Path("users/{userId}/predictions/{movieId}")
    @Operation(operationId = "predict", summary = "The stars that a user would give a movie",
            description = """
                    From the user's ratings as they are now. For a movie that the model does not know, the user's usual rating.""")
    @APIResponse(responseCode = "200", description = "The prediction",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = PredictionView.class)))
    @APIResponse(responseCode = "404", ref = OpenApi.UNKNOWN)
    @APIResponse(responseCode = "503", ref = OpenApi.NOT_READY)
    public Uni<PredictionView> predict(@RestPath @Parameter(description = "id of the user", example = "1") long userId,
            @RestPath @Parameter(description = "id of the movie", example = "3114") long movieId) {
        return predictions.predict(userId, movieId).map(PredictionView::of);
    }

    @POST
    @Path("predictions")
    @Operation(operationId = "predictMany", summary = "Many predictions at once",
            description = """
                    Users and movies that are unknown are no error here: the prediction falls back to what is known, and basis says
                    so.""")
    @APIResponse(responseCode = "200", description = "The predictions",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "400", ref = OpenApi.INVALID)
    @APIResponse(responseCode = "503", ref = OpenApi.NOT_READY)
    public Uni<Answer> predictMany(@Valid @NotNull Pairs pairs) {
        return predictions.predict(pairs.pairs().stream()
                .map(pair -> new PredictionService.Pair(pair.userId(), pair.movieId())).toList())
                .map(Answer::of);
    }
}
