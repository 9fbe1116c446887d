package dev.marquee.cf.app.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marquee.cf.app.catalogue.SimilarityClient.BatchRequest;
import dev.marquee.cf.app.catalogue.SimilarityClient.ReasonsRequest;
import dev.marquee.cf.app.catalogue.SimilarityClient.ScoresRequest;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks similarity-service what lists ask it, once after the start and in the background: the first call of each kind
 * loads the classes that it needs, in both services, and takes longer than a list waits; so does the first one about
 * many movies, which a filter asks, whose code is not compiled yet. It is given its time here, counts for no circuit
 * breaker, and is made again until there is an answer of a catalogue that has movies. Nothing waits for it.
 */
@Singleton
class FirstCalls {
    private static final Logger LOG = Logger.getLogger(FirstCalls.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final int FEW = 10;
    /** As many as a page of the catalogue has at most. */
    private static final int MANY = 200;

    private final SimilarityClient client;
    private final SimilarityGateway gateway;
    /** {@code null} until the start. */
    private @Nullable Cancellable calls;

    FirstCalls(@RestClient SimilarityClient client, SimilarityGateway gateway) {
        this.client = client;
        this.gateway = gateway;
    }

    /** Last, so that it takes no time from what the service needs to answer at all. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        calls = Uni.createFrom().deferred(this::patiently).onFailure()
                .invoke(failure -> LOG.debugf("similarity-service does not answer yet (%s)", failure)).onFailure()
                .retry().withBackOff(AGAIN, AGAIN).indefinitely().flatMap(this::asLists)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .subscribe().with(done -> LOG.debug("similarity-service has answered what lists ask"));
    }

    void stop(@Observes ShutdownEvent event) {
        if (calls != null) {
            calls.cancel();
        }
    }

    /** @return what to ask as lists do */
    private Uni<Questions> patiently() {
        return client.search("", MANY).map(Questions::of).call(() -> client.genres())
                .call(some -> client.batch(new BatchRequest(some.movies())))
                .call(some -> client.scores(some.scores())).call(some -> client.reasons(some.reasons()));
    }

    /**
     * What limits and counts the calls has classes of its own. One that is late nevertheless is no reason to leave the
     * rest out.
     */
    private Uni<?> asLists(Questions some) {
        return evenIfLate(gateway.batch(some.movies())).call(() -> evenIfLate(gateway.genres()))
                .call(() -> evenIfLate(gateway.scores(some.scores())))
                .call(() -> evenIfLate(gateway.reasons(some.reasons())));
    }

    private static <T> Uni<T> evenIfLate(Uni<T> call) {
        return call.onFailure().recoverWithNull();
    }

    /** Those of a list for someone who likes the first of some movies, and of a filter of all. */
    private record Questions(List<Long> movies) {

        /** @throws IllegalStateException where there is no movie */
        static Questions of(JsonNode page) {
            List<Long> movies = new ArrayList<>();
            for (JsonNode item : page.path("items")) {
                if (item.path("movieId").isIntegralNumber()) {
                    movies.add(item.path("movieId").asLong());
                }
            }
            if (movies.isEmpty()) {
                throw new IllegalStateException("the catalogue has no movie");
            }
            return new Questions(movies);
        }

        private long[] first() {
            return new long[]{movies.getFirst()};
        }

        ScoresRequest scores() {
            return new ScoresRequest(first(), new float[]{1}, FEW, null, null, null, new long[0]);
        }

        ReasonsRequest reasons() {
            return new ReasonsRequest(first(), new float[]{1}, first(), FEW);
        }
    }
}
