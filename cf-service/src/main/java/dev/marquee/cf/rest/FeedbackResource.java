package dev.marquee.cf.rest;

import dev.marquee.cf.app.CpuWork;
import dev.marquee.cf.app.feedback.FeedbackService;
import dev.marquee.common.rest.OpenApi;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * Feedback of users.
 */
@Path("/api/v1")
@Tag(name = "Ratings", description = "What users say of movies")
@RegisterForReflection // ParameterCheck reads the parameters
public class FeedbackResource {
    static final String NDJSON = "application/x-ndjson";

    private final FeedbackService feedback;
    private final RatingRows rows;

    FeedbackResource(FeedbackService feedback, RatingRows rows) {
        this.feedback = feedback;
        this.rows = rows;
    }

    /** The stars. */
    @Schema(description = "Stars for a movie", examples = "{\"rating\": 4.5}")
    public record Stars(@Schema(description = "0.5 to 5.0 in halves", examples = "4.5") @Nullable Double rating) {}

    /** How many ratings were stored. */
    @Schema(description = "What was stored")
    public record Stored(@Schema(examples = "2") int stored) {}

    @PUT
    @Path("users/{userId}/ratings/{movieId}")
    @Operation(operationId = "rate", summary = "Rate a movie",
            description = """
                    Stores the rating in place of what the user said of this movie before. A user who is new here needs no
                    registration. The very next recommendation takes it into account. An import of an older file does not change it, unless
                    that is asked for.""")
    @APIResponse(responseCode = "200", description = "It is stored",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = NewRatingView.class)))
    @APIResponse(responseCode = "400", ref = OpenApi.INVALID)
    @APIResponse(responseCode = "404", ref = OpenApi.UNKNOWN)
    @APIResponse(responseCode = "503", ref = OpenApi.NOT_READY)
    public Uni<NewRatingView> rate(
            @RestPath @Min(1) @Parameter(description = "id of the user", example = "1") long userId,
            @RestPath @Min(1) @Parameter(description = "id of the movie", example = "3114") long movieId,
            @NotNull Stars stars) {
        return feedback.put(userId, movieId, stars.rating()).map(NewRatingView::of);
    }

    @DELETE
    @Path("users/{userId}/ratings/{movieId}")
    @Operation(operationId = "unrate", summary = "Take a rating back", description = """
            That is remembered: an import of an older file does not bring it back, unless that is asked for.""")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", ref = OpenApi.UNKNOWN)
    @APIResponse(responseCode = "503", ref = OpenApi.NOT_READY)
    public Uni<Void> unrate(@RestPath @Min(1) @Parameter(description = "id of the user", example = "1") long userId,
            @RestPath @Min(1) @Parameter(description = "id of the movie", example = "3114") long movieId) {
        return feedback.delete(userId, movieId);
    }

    @POST
    @Path("ratings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "rateMany", summary = "Store many ratings, all or none",
            description = """
                    A JSON array, or one JSON object in each line as application/x-ndjson. Where anything is wrong nothing is
                    stored, and each offending row is named, such as ratings[3].rating, or line 4.rating. Each is what is said now, in place of
                    what was said before, whatever its ratedAt; to leave the later one, import a file.""")
    @RequestBody(content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RatingInput[].class),
                    examples = @ExampleObject(name = "two",
                            value = "[{\"userId\": 1, \"movieId\": 3114, \"rating\": 4.5}, {\"userId\": 1, \"movieId\": 2, \"rating\": 3}]")),
            @Content(mediaType = NDJSON, schema = @Schema(implementation = RatingInput.class),
                    examples = @ExampleObject(name = "lines",
                            value = "{\"userId\": 1, \"movieId\": 3114, \"rating\": 4.5}\n{\"userId\": 1, \"movieId\": 2, \"rating\": 3}"))})
    @APIResponse(responseCode = "200", description = "All are stored",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Stored.class)))
    @APIResponse(responseCode = "400", ref = OpenApi.INVALID)
    @APIResponse(responseCode = "413", ref = OpenApi.TOO_LARGE)
    @APIResponse(responseCode = "503", ref = OpenApi.NOT_READY)
    public Uni<Stored> rateMany(byte[] body) {
        return CpuWork.run(() -> rows.fromJson(body)).flatMap(feedback::putAll).map(Stored::new);
    }

    @POST
    @Path("ratings")
    @Consumes(NDJSON)
    @Operation(hidden = true)
    public Uni<Stored> rateLines(byte[] body) {
        return CpuWork.run(() -> rows.fromLines(body)).flatMap(feedback::putAll).map(Stored::new);
    }
}
