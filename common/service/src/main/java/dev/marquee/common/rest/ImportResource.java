package dev.marquee.common.rest;

import dev.marquee.common.imports.ImportService;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Imports of data folders; the same in both services.
 */
@Path("/api/v1/imports")
@Tag(name = "Imports", description = "Bring in a data folder, and see what came of it")
@Blocking
@RegisterForReflection // ParameterCheck reads the parameters
public class ImportResource {
    private final ImportService imports;

    ImportResource(ImportService imports) {
        this.imports = imports;
    }

    @POST
    @Operation(operationId = "startImport", summary = "Import a data folder",
            description = """
                    Starts the import of a folder with any MovieLens release and answers at once. Ask the address in Location for
                    progress, counts, the lines that were left out, and notes on whatever else is worth knowing. An import of which
                    nothing can be used fails.""")
    @APIResponse(responseCode = "202", description = "The import runs",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ImportJob.class)))
    @APIResponse(responseCode = "400", description = "The folder cannot be used",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "409", description = "An import is running; its id is in runningId",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response start(@Valid @NotNull ImportInput input) {
        ImportJob job = ImportJob.of(imports.start(input.request()));
        return Response.accepted(job).location(URI.create("/api/v1/imports/" + job.id())).build();
    }

    @GET
    @Operation(operationId = "listImports", summary = "All imports, newest first")
    public Page<ImportJob> list(
            @RestQuery @DefaultValue("0") @Min(0) @Parameter(description = "page, from 0") int page,
            @RestQuery @DefaultValue("20") @Min(1) @Max(Page.MAX_SIZE)
            @Parameter(description = "imports on a page") int size) {
        return Page.of(imports.list(page, size).stream().map(ImportJob::of).toList(), page, size, imports.count());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getImport", summary = "One import: progress, counts, rejected lines, notes")
    @APIResponse(responseCode = "200", description = "The import",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ImportJob.class)))
    @APIResponse(responseCode = "404", description = "There is no such import",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public ImportJob get(@RestPath @Parameter(description = "id of the import", example = "3") long id) {
        return ImportJob.of(imports.get(id));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "cancelImport", summary = "Cancel an import", description = """
            It stops before its next step, through whichever replica it was asked to. An import that has ended is not
            changed.""")
    @APIResponse(responseCode = "202", description = "It is going to stop",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ImportJob.class)))
    @APIResponse(responseCode = "200", description = "It has ended",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ImportJob.class)))
    @APIResponse(responseCode = "404", description = "There is no such import",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response cancel(@RestPath @Parameter(description = "id of the import", example = "3") long id) {
        ImportJob job = ImportJob.of(imports.cancel(id));
        return Response.status(job.state() == ImportJob.State.RUNNING ? Response.Status.ACCEPTED : Response.Status.OK)
                .entity(job)
                .build();
    }
}
