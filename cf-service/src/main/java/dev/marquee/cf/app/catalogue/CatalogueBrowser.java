package dev.marquee.cf.app.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marquee.common.error.UnknownId;
import dev.marquee.common.error.UpstreamUnavailable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Passes the page's questions on to similarity-service, so that a browser needs one address only. The answers are passed back
 * as they are.
 */
@ApplicationScoped
public class CatalogueBrowser {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int NOT_FOUND = 404;

    private final SimilarityClient client;

    CatalogueBrowser(@RestClient SimilarityClient client) {
        this.client = client;
    }

    /** Movies by title. */
    public Uni<JsonNode> search(String query, int size) {
        return orUnavailable(client.search(query, size));
    }

    /** Movies like one, with the reasons; {@link UnknownId} where the catalogue does not have it. */
    public Uni<JsonNode> similar(long movieId, int limit) {
        return orUnavailable(client.similarTo(movieId, limit, true).onFailure(CatalogueBrowser::isNotFound)
                .transform(failure -> new UnknownId("movie", movieId)));
    }

    public Uni<JsonNode> genres() {
        return orUnavailable(client.genres());
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof WebApplicationException http && http.getResponse().getStatus() == NOT_FOUND;
    }

    private static Uni<JsonNode> orUnavailable(Uni<JsonNode> answer) {
        return answer.ifNoItem().after(PATIENCE).fail().onFailure(failure -> !(failure instanceof UnknownId))
                .transform(failure -> new UpstreamUnavailable("The movie catalogue does not answer at the moment."
                        + " Recommendations go on without it; try again in a few seconds.", failure));
    }
}
