package dev.marquee.cf.app.catalogue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.common.rest.RequestIdPropagation;
import io.quarkus.rest.client.reactive.jackson.ClientObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * The operations of similarity-service that this service uses. All are called through {@link SimilarityGateway}, but
 * for the first ones after a start ({@link FirstCalls}). An answer without what was asked for cannot be read, and
 * counts as a failure of the call.
 */
@RegisterRestClient(configKey = "similarity")
@RegisterClientHeaders(RequestIdPropagation.class)
@Path("/api/v1")
public interface SimilarityClient {
    /** What similarity-service takes or gives in one request; it refuses more. */
    int MOST_SCORES = 200;
    int MOST_IN_BATCH = 1_000;
    int MOST_IN_PROFILE = 10_000;
    int MOST_EXCLUDED = 50_000;

    /** Another version of similarity-service may tell more than is known here. */
    @ClientObjectMapper
    static ObjectMapper answers(ObjectMapper usual) {
        return usual.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @POST
    @Path("/movies/batch")
    Uni<BatchAnswer> batch(BatchRequest request);

    @POST
    @Path("/similar/scores")
    Uni<ScoresAnswer> scores(ScoresRequest request);

    @POST
    @Path("/similar/reasons")
    Uni<ReasonsAnswer> reasons(ReasonsRequest request);

    @GET
    @Path("/movies")
    Uni<JsonNode> search(@QueryParam("query") String query, @QueryParam("size") int size);

    @GET
    @Path("/movies/{movieId}/similar")
    Uni<JsonNode> similarTo(@PathParam("movieId") long movieId, @QueryParam("limit") int limit,
            @QueryParam("explain") boolean explain);

    @GET
    @Path("/genres")
    Uni<JsonNode> genres();

    /** A page of feature vectors, unread: it is large. */
    @GET
    @Path("/features")
    Uni<byte[]> features(@QueryParam("after") long after, @QueryParam("limit") int limit);

    /** Which movies to describe. */
    record BatchRequest(List<Long> movieIds) {}

    /** Those of the movies that are known. */
    record BatchAnswer(List<CatalogueMovie> movies) {

        public BatchAnswer {
            movies = List.copyOf(movies);
        }
    }

    /**
     * A content profile: movies with weights, negative ones for disliked movies. As arrays it is read in a tenth of the
     * time that a list of objects takes; so is the answer.
     *
     * @param genre {@code null}: any; likewise the years
     * @param exclude further ids that must not be in the answer; those of the profile never are
     */
    record ScoresRequest(long[] movieIds, float[] weights, int limit, @Nullable String genre,
            @Nullable Integer yearFrom, @Nullable Integer yearTo, long[] exclude) {}

    /** Movies like the profile, best first. */
    record ScoresAnswer(long[] movieIds, double[] scores) {

        public ScoresAnswer {
            Objects.requireNonNull(movieIds, "movieIds");
            Objects.requireNonNull(scores, "scores");
        }
    }

    /**
     * Movies whose likeness to a profile is to be explained.
     *
     * @param mostReasons how many features, and how many movies of the profile, are named at most for each movie
     */
    record ReasonsRequest(long[] movieIds, float[] weights, long[] of, int mostReasons) {}

    /** The reasons for those movies that the catalogue has. */
    record ReasonsAnswer(List<Explained> items) {

        public ReasonsAnswer {
            items = List.copyOf(items);
        }
    }

    /** Why one movie is like the profile. */
    record Explained(long movieId, List<Feature> reasons, List<Because> because) {

        public Explained {
            reasons = reasons == null ? List.of() : reasons;
            because = because == null ? List.of() : because;
        }
    }

    /** A shared feature with its share of the score. */
    record Feature(String kind, String value, double share) {}

    /** A movie of the profile with its share of the score. */
    record Because(long movieId, @Nullable String title, double share) {}
}
