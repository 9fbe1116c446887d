package dev.marquee.cf.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marquee.cf.app.PageConfig;
import dev.marquee.cf.app.catalogue.CatalogueBrowser;
import dev.marquee.common.rest.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * What the page needs beside the rest of the interface: what to say of the data, and the catalogue of the other
 * service.
 */
@Path("/api/v1")
@Tag(name = "Page", description = "What the page needs of the other service, passed through")
@RegisterForReflection // ParameterCheck reads the parameters
public class PageResource {
    private static final int MOST = 50;

    private final PageConfig config;
    private final CatalogueBrowser catalogue;

    PageResource(PageConfig config, CatalogueBrowser catalogue) {
        this.config = config;
        this.catalogue = catalogue;
    }

    /**
     * What the page says of the data.
     *
     * @param generatedRatings whether the ratings are nobody's, but generated
     */
    @Schema(description = "What the page says of the data")
    public record PageInfo(@Schema(examples = "true") boolean generatedRatings) {}

    @GET
    @Path("page")
    @Operation(operationId = "getPageInfo", summary = "What the page says of the data")
    public PageInfo info() {
        return new PageInfo(config.generatedRatings());
    }

    @GET
    @Path("catalogue/movies")
    @Operation(operationId = "searchCatalogue", summary = "Movies by title, as similarity-service finds them")
    @APIResponse(responseCode = "200", description = "A page of movies", content = @Content(
            mediaType = MediaType.APPLICATION_JSON,
            example = """
                    {"items": [{"movieId": 1, "title": "Toy Story", "year": 1995, "genres": ["Animation"]}], "total": 1}"""))
    @APIResponse(responseCode = "503", description = "The catalogue does not answer",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<JsonNode> search(
            @RestQuery @NotBlank @Size(max = 200)
            @Parameter(description = "words of the title", example = "toy story") String query,
            @RestQuery @DefaultValue("8") @Min(1) @Max(MOST) @Parameter(description = "how many") int size) {
        return catalogue.search(query, size);
    }

    @GET
    @Path("catalogue/movies/{movieId}/similar")
    @Operation(operationId = "similarInCatalogue", summary = "Movies like one by their content, with the reasons")
    @APIResponse(responseCode = "200", description = "The movie and its like", content = @Content(
            mediaType = MediaType.APPLICATION_JSON,
            example = """
                    {"movie": {"movieId": 1, "title": "Toy Story"}, "items": [{"movie": {"movieId": 3114, "title": "Toy Story 2"}, "score": 0.83}]}"""))
    @APIResponse(responseCode = "404", description = "There is no such movie",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "503", description = "The catalogue does not answer",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<JsonNode> similar(@RestPath @Parameter(description = "id of the movie", example = "1") long movieId,
            @RestQuery @DefaultValue("8") @Min(1) @Max(MOST) @Parameter(description = "how many") int limit) {
        return catalogue.similar(movieId, limit);
    }

    @GET
    @Path("catalogue/genres")
    @Operation(operationId = "genresOfCatalogue", summary = "The genres that there are")
    @APIResponse(responseCode = "200", description = "Genres with the number of their movies",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, example = """
                    [{"genre": "Drama", "movies": 4361}]"""))
    @APIResponse(responseCode = "503", description = "The catalogue does not answer",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<JsonNode> genres() {
        return catalogue.genres();
    }
}
