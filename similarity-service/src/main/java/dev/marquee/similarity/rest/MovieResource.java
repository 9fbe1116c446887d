package dev.marquee.similarity.rest;

import dev.marquee.common.rest.OpenApi;
import dev.marquee.similarity.app.CatalogueService;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/**
 * One movie.
 */
@Path("/api/v1/movies")
@Tag(name = MovieResource.TAG)
@RegisterForReflection // ParameterCheck reads the parameters
public class MovieResource {
    static final String TAG = "Movies";

    private final CatalogueService catalogue;

    MovieResource(CatalogueService catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Path("{movieId}")
    @Operation(operationId = "getMovie", summary = "One movie with credits, tags and external ids")
    @APIResponse(responseCode = "200", description = "The movie",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = MovieView.class)))
    @APIResponse(responseCode = "404", ref = OpenApi.UNKNOWN)
    public Uni<MovieView> get(@RestPath @Parameter(description = "MovieLens id", example = "1") long movieId) {
        return catalogue.get(movieId).map(MovieView::of);
    }

    @PUT
    @Path("{movieId}")
    @Operation(operationId = "putMovie", summary = "Add or change a movie",
            description = """
                    The movie becomes exactly what is sent. The answer comes when search and similarity have followed. A person who gets
                    another name has it in all movies.""")
    @APIResponse(responseCode = "200", description = "The movie is changed",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = MovieView.class)))
    @APIResponse(responseCode = "201", description = "The movie is new",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = MovieView.class)))
    @APIResponse(responseCode = "400", ref = OpenApi.INVALID)
    @APIResponse(responseCode = "413", ref = OpenApi.TOO_LARGE)
    public Uni<Response> put(@RestPath @Parameter(description = "MovieLens id", example = "720") long movieId,
            @NotNull @Valid MovieInput input) {
        return catalogue.put(MovieInputs.movie(movieId, input)).map(stored -> Response
                .status(stored.created() ? Response.Status.CREATED : Response.Status.OK)
                .entity(MovieView.of(stored.movie())).build());
    }

    @DELETE
    @Path("{movieId}")
    @Operation(operationId = "deleteMovie", summary = "Delete a movie", description = """
            The answer comes when search and similarity have followed.""")
    @APIResponse(responseCode = "204", description = "The movie is deleted")
    @APIResponse(responseCode = "404", ref = OpenApi.UNKNOWN)
    public Uni<Void> delete(@RestPath @Parameter(description = "MovieLens id", example = "720") long movieId) {
        return catalogue.delete(movieId);
    }
}
