package dev.marquee.cf.app.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marquee.common.error.UnknownId;
import dev.marquee.common.error.UpstreamUnavailable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Passes the page's questions on to similarity-service, so that a browser needs one address only. The answers are
 * passed back as they are, and so is what it says of wrong values. Never blocks. Thread-safe.
 */
@ApplicationScoped
public class CatalogueBrowser {
    private final SimilarityGateway gateway;

    CatalogueBrowser(SimilarityGateway gateway) {
        this.gateway = gateway;
    }

    /** Movies by title. */
    public Uni<JsonNode> search(String query, int size) {
        return orUnavailable(gateway.search(query, size));
    }

    /** Movies like one, with the reasons; {@link UnknownId} where the catalogue does not have it. */
    public Uni<JsonNode> similar(long movieId, int limit) {
        return orUnavailable(gateway.similarTo(movieId, limit)
                .onFailure(failure -> failure instanceof Refused refused && refused.isUnknown())
                .transform(failure -> new UnknownId("movie", movieId)));
    }

    public Uni<JsonNode> genres() {
        return orUnavailable(gateway.genres());
    }

    private static Uni<JsonNode> orUnavailable(Uni<JsonNode> answer) {
        return answer.onFailure(failure -> !(failure instanceof UnknownId)).transform(CatalogueBrowser::told);
    }

    private static Throwable told(Throwable failure) {
        if (failure instanceof Refused refused) {
            return refused.invalid().map(Throwable.class::cast).orElseGet(() -> new UpstreamUnavailable(
                    "The movie catalogue refused the question (" + refused.getMessage() + ").", refused));
        }
        return new UpstreamUnavailable("The movie catalogue does not answer at the moment."
                + " Recommendations go on without it; try again in a few seconds.", failure);
    }
}
