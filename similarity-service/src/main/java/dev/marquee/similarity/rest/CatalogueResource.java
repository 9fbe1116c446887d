package dev.marquee.similarity.rest;

import dev.marquee.similarity.app.CatalogueIndex;
import dev.marquee.similarity.app.CatalogueService;
import dev.marquee.similarity.app.SearchService;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What there is.
 */
@Path("/api/v1")
@Tag(name = "Catalogue", description = "What there is")
@RegisterForReflection // ParameterCheck reads the parameters
public class CatalogueResource {
    private final CatalogueService catalogue;
    private final SearchService search;
    private final CatalogueIndex index;

    CatalogueResource(CatalogueService catalogue, SearchService search, CatalogueIndex index) {
        this.catalogue = catalogue;
        this.search = search;
        this.index = index;
    }

    @GET
    @Path("genres")
    @Operation(operationId = "listGenres", summary = "All genres by name, with the number of their movies")
    public Uni<List<GenreView>> genres() {
        return Uni.createFrom().item(search.genres().entrySet().stream()
                .map(genre -> new GenreView(genre.getKey(), genre.getValue())).toList());
    }

    @GET
    @Path("stats")
    @Operation(operationId = "getStats", summary = "How much the catalogue and its index hold")
    public Uni<StatsView> stats() {
        return catalogue.counts().map(counts -> StatsView.of(counts, index.loaded().orElse(null)));
    }
}
