package dev.marquee.cf.rest;

import dev.marquee.common.testing.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.RestAssured;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/**
 * What all tests of resources share: one database, one stub of similarity-service, all in one running service.
 */
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SimilarityStub.class)
abstract class ServiceTest {
    static final String API = "/api/v1";

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    void similarityIsWell() {
        breakers.resetAll();
        SimilarityStub.be(SimilarityStub.Mood.WELL);
        RestAssured.enableLoggingOfRequestAndResponseIfValidationFails();
    }
}
