package dev.marquee.cf.app.catalogue;

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
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Calls to similarity-service: each attempt has a time limit, a failed one is repeated as long as that leaves the caller
 * waiting for two seconds at most, and after a run of failures no
 * call is made for a while, so that its absence costs a recommendation next to nothing. The numbers can be set in
 * {@code application.properties}, for each method by itself.
 */
@ApplicationScoped
class SimilarityGateway {
    private final SimilarityClient client;

    SimilarityGateway(@RestClient SimilarityClient client) {
        this.client = client;
    }

    @Timeout(value = 1, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 2, delay = 50, jitter = 25, maxDuration = 1500)
    @CircuitBreaker(requestVolumeThreshold = 6, failureRatio = 0.5, delay = 5, delayUnit = ChronoUnit.SECONDS)
    @CircuitBreakerName("similarity-batch")
    public Uni<BatchAnswer> batch(List<Long> ids) {
        return client.batch(new BatchRequest(ids));
    }

    @Timeout(value = 1, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 2, delay = 50, jitter = 25, maxDuration = 1500)
    @CircuitBreaker(requestVolumeThreshold = 6, failureRatio = 0.5, delay = 5, delayUnit = ChronoUnit.SECONDS)
    @CircuitBreakerName("similarity-scores")
    public Uni<ScoresAnswer> scores(ScoresRequest request) {
        return client.scores(request);
    }

    @Timeout(value = 1, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 2, delay = 50, jitter = 25, maxDuration = 1500)
    @CircuitBreaker(requestVolumeThreshold = 6, failureRatio = 0.5, delay = 5, delayUnit = ChronoUnit.SECONDS)
    @CircuitBreakerName("similarity-reasons")
    public Uni<ReasonsAnswer> reasons(ReasonsRequest request) {
        return client.reasons(request);
    }
}
