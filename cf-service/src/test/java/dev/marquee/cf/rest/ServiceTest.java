package dev.marquee.cf.rest;

import dev.marquee.common.harness.EmbeddedPostgresResource;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.RestAssured;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;

/**
 * What all tests of resources share: one database, one stub of similarity-service, all in one running service.
 */
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SimilarityStub.class)
abstract class ServiceTest {
    static final String API = "/api/v1";
    private static final long BREAKER_NANOS = TimeUnit.MILLISECONDS.toNanos(5200);
    private static final long FIRST_CALLS_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    @BeforeEach
    void similarityIsWell() {
        SimilarityStub.be(SimilarityStub.Mood.WELL);
        awaitFirstCalls();
        closeBreakers();
        RestAssured.enableLoggingOfRequestAndResponseIfValidationFails();
    }

    /** Tests that count calls must not count those that a service makes after its start. */
    private static void awaitFirstCalls() {
        long end = System.nanoTime() + FIRST_CALLS_NANOS;
        while (SimilarityStub.calls("/reasons") < 2 && System.nanoTime() < end) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** After failures the service leaves the other in peace for a while. */
    static void closeBreakers() {
        if (Arc.container() != null) {
            CDI.current().select(CircuitBreakerMaintenance.class).get().resetAll();
        } else if (SimilarityStub.wasUnwell()) {
            // The service is another process, so nothing but its own time limit closes them.
            LockSupport.parkNanos(BREAKER_NANOS);
        }
    }
}
