package dev.marquee.cf.rest;

import dev.marquee.cf.app.training.TrainingEvents;
import dev.marquee.cf.app.training.TrainingJob;
import dev.marquee.cf.app.training.TrainingService;
import dev.marquee.common.rest.OpenApi;
import dev.marquee.common.rest.Page;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;

/**
 * Trainings.
 */
@Path("/api/v1/trainings")
@Tag(name = "Trainings", description = "Learn a model from the ratings")
@Blocking
@RegisterForReflection // ParameterCheck reads the parameters
public class TrainingResource {
    private final TrainingService trainings;
    private final TrainingEvents events;

    TrainingResource(TrainingService trainings, TrainingEvents events) {
        this.trainings = trainings;
        this.events = events;
    }

    @POST
    @Operation(operationId = "startTraining", summary = "Train a model",
            description = """
                    Starts a training and answers at once. Its model is evaluated on ratings that it has not seen, stored, and made
                    the active one. All of it may be left out: without algorithm and role the model predicts stars, and options come from
                    the configuration, else from the algorithm. Options that the algorithm does not have are refused.""")
    @APIResponse(responseCode = "202", description = "The training runs; Location names it",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = TrainingView.class)))
    @APIResponse(responseCode = "400", ref = OpenApi.INVALID)
    @APIResponse(responseCode = "409", ref = OpenApi.CONFLICT)
    @APIResponse(responseCode = "503", ref = OpenApi.NOT_READY)
    public Response start(@Valid @NotNull TrainingInput input) {
        TrainingJob job = trainings.start(input.request());
        return Response.accepted(TrainingView.of(job)).location(URI.create("/api/v1/trainings/" + job.id())).build();
    }

    @GET
    @Operation(operationId = "listTrainings", summary = "All trainings, newest first")
    @APIResponse(responseCode = "200", description = "A page of trainings",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ViewPage.class)))
    @APIResponse(responseCode = "400", ref = OpenApi.INVALID)
    public Page<TrainingView> list(
            @RestQuery @DefaultValue("0") @Min(0) @Parameter(description = "page, from 0") int page,
            @RestQuery @DefaultValue("20") @Min(1) @Max(Page.MAX_SIZE)
            @Parameter(description = "trainings on a page") int size) {
        return Page.of(trainings.list(page, size).stream().map(TrainingView::of).toList(), page, size,
                trainings.count());
    }

    /** Names the page in the OpenAPI document by what it is a page of there. */
    @Schema(name = "PageTrainingJob", description = "One page of a list")
    private record ViewPage(List<TrainingView> items, @Schema(examples = "0") int page,
            @Schema(examples = "20") int size, @Schema(examples = "9742") long total,
            @Schema(examples = "488") long totalPages) {}

    @GET
    @Path("{id}")
    @Operation(operationId = "getTraining", summary = "One training: its state and how far it is")
    @APIResponse(responseCode = "200", description = "The training",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = TrainingView.class)))
    @APIResponse(responseCode = "404", ref = OpenApi.UNKNOWN)
    public TrainingView get(@RestPath @Parameter(description = "id of the training", example = "7") long id) {
        return TrainingView.of(trainings.get(id));
    }

    @GET
    @Path("{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(operationId = "watchTraining", summary = "Follow a training by server-sent events",
            description = """
                    The current state comes first, with all that GET /trainings/{id} tells; then one event for each epoch and each new
                    phase, without what never changes: algorithm, role, options, seed, holdout, startedAt; note, device and deviceReason are told where they change. What is not known is left
                    out. The stream ends with the training, and where the training goes on in another replica; ask again then.""")
    @APIResponse(responseCode = "200", description = "States of the training",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS,
                    schema = @Schema(implementation = TrainingEvent.class)))
    @APIResponse(responseCode = "404", ref = OpenApi.UNKNOWN)
    public Multi<TrainingEvent> events(
            @RestPath @Parameter(description = "id of the training", example = "7") long id) {
        trainings.get(id); // a failure inside the stream would come too late for a status
        return TrainingEvent.of(events.of(id));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "cancelTraining", summary = "Cancel a training", description = """
            It stops within a second; the active model stays as it is. A training that has ended is not changed.""")
    @APIResponse(responseCode = "202", description = "It is going to stop",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = TrainingView.class)))
    @APIResponse(responseCode = "200", description = "It had ended before",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = TrainingView.class)))
    @APIResponse(responseCode = "404", ref = OpenApi.UNKNOWN)
    public Response cancel(@RestPath @Parameter(description = "id of the training", example = "7") long id) {
        TrainingJob job = trainings.cancel(id);
        return Response.status(job.running() ? Response.Status.ACCEPTED : Response.Status.OK)
                .entity(TrainingView.of(job)).build();
    }
}
