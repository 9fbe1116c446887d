package dev.marquee.cf.app.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marquee.cf.app.catalogue.SimilarityClient.BatchAnswer;
import dev.marquee.cf.app.catalogue.SimilarityClient.BatchRequest;
import dev.marquee.cf.app.catalogue.SimilarityClient.ReasonsAnswer;
import dev.marquee.cf.app.catalogue.SimilarityClient.ReasonsRequest;
import dev.marquee.cf.app.catalogue.SimilarityClient.ScoresAnswer;
import dev.marquee.cf.app.catalogue.SimilarityClient.ScoresRequest;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * All calls to similarity-service. Each has a time limit; after a run of failures no call is made for a while, so that
 * its absence, or its slowness, costs a list next to nothing. A connection that fails is tried again, but neither a
 * call that took too long nor one that is not made for now: that would only double the wait. A {@link Refused} is an
 * answer: it is neither repeated nor counted. The numbers can be set in {@code application.properties}, for each method
 * by itself.
 */
@ApplicationScoped
class SimilarityGateway {
    private final SimilarityClient client;

    SimilarityGateway(@RestClient SimilarityClient client) {
        this.client = client;
    }

    /** What a list shows of its movies. */
    @Timeout(value = 300, unit = ChronoUnit.MILLIS)
    @Retry(maxRetries = 1, delay = 20, jitter = 10, abortOn = {Refused.class, TimeoutException.class,
            CircuitBreakerOpenException.class})
    @CircuitBreaker(requestVolumeThreshold = 6, failureRatio = 0.5, delay = 5, delayUnit = ChronoUnit.SECONDS,
            skipOn = Refused.class)
    @CircuitBreakerName("similarity-batch")
    public Uni<BatchAnswer> batch(List<Long> ids) {
        return answer(client.batch(new BatchRequest(ids)));
    }

    /** The same where nothing can be done without the answer: it is waited for longer. */
    @Timeout(value = 1, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 2, delay = 50, jitter = 25, abortOn = {Refused.class, TimeoutException.class,
            CircuitBreakerOpenException.class})
    @CircuitBreaker(requestVolumeThreshold = 6, failureRatio = 0.5, delay = 5, delayUnit = ChronoUnit.SECONDS,
            skipOn = Refused.class)
    @CircuitBreakerName("similarity-lookup")
    public Uni<BatchAnswer> lookup(List<Long> ids) {
        return answer(client.batch(new BatchRequest(ids)));
    }

    @Timeout(value = 300, unit = ChronoUnit.MILLIS)
    @Retry(maxRetries = 1, delay = 20, jitter = 10, abortOn = {Refused.class, TimeoutException.class,
            CircuitBreakerOpenException.class})
    @CircuitBreaker(requestVolumeThreshold = 6, failureRatio = 0.5, delay = 5, delayUnit = ChronoUnit.SECONDS,
            skipOn = Refused.class)
    @CircuitBreakerName("similarity-scores")
    public Uni<ScoresAnswer> scores(ScoresRequest request) {
        return answer(client.scores(request));
    }

    @Timeout(value = 300, unit = ChronoUnit.MILLIS)
    @Retry(maxRetries = 1, delay = 20, jitter = 10, abortOn = {Refused.class, TimeoutException.class,
            CircuitBreakerOpenException.class})
    @CircuitBreaker(requestVolumeThreshold = 6, failureRatio = 0.5, delay = 5, delayUnit = ChronoUnit.SECONDS,
            skipOn = Refused.class)
    @CircuitBreakerName("similarity-reasons")
    public Uni<ReasonsAnswer> reasons(ReasonsRequest request) {
        return answer(client.reasons(request));
    }

    @Timeout(value = 1, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(requestVolumeThreshold = 6, failureRatio = 0.5, delay = 5, delayUnit = ChronoUnit.SECONDS,
            skipOn = Refused.class)
    @CircuitBreakerName("similarity-search")
    public Uni<JsonNode> search(String query, int size) {
        return answer(client.search(query, size));
    }

    @Timeout(value = 1, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(requestVolumeThreshold = 6, failureRatio = 0.5, delay = 5, delayUnit = ChronoUnit.SECONDS,
            skipOn = Refused.class)
    @CircuitBreakerName("similarity-similar")
    public Uni<JsonNode> similarTo(long movieId, int limit) {
        return answer(client.similarTo(movieId, limit, true));
    }

    @Timeout(value = 1, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(requestVolumeThreshold = 6, failureRatio = 0.5, delay = 5, delayUnit = ChronoUnit.SECONDS,
            skipOn = Refused.class)
    @CircuitBreakerName("similarity-genres")
    public Uni<JsonNode> genres() {
        return answer(client.genres());
    }

    /**
     * For what waits, in the background: what took too long is asked for again, too, and a look that found nothing, as
     * before the first import, keeps no training from asking.
     */
    @Timeout(value = 3, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 3, delay = 300, jitter = 100, abortOn = Refused.class)
    public Uni<byte[]> features(long after, int limit) {
        return answer(client.features(after, limit));
    }

    /** Inside of what counts failures: a refusal must be known as one there. */
    private static <T> Uni<T> answer(Uni<T> call) {
        return call.onFailure().transform(Refused::orFailure);
    }
}
