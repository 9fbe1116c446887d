package dev.marquee.cf.app.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.app.catalogue.SimilarityClient.BatchAnswer;
import dev.marquee.cf.rest.SimilarityStub;
import dev.marquee.common.harness.EmbeddedPostgresResource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that has just begun asks the other one what lists will ask, with all the time that it takes. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SimilarityStub.class)
class FirstCallsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int FAILURES = 3;

    @Inject
    @RestClient
    SimilarityClient client;

    @Inject
    SimilarityGateway gateway;

    @Inject
    CircuitBreakerMaintenance breakers;

    private FirstCalls calls;

    @BeforeEach
    void afterThoseOfTheServiceItself() throws InterruptedException {
        SimilarityStub.be(SimilarityStub.Mood.WELL);
        await("/reasons", 2);
        breakers.resetAll();
        calls = new FirstCalls(client, gateway);
    }

    @AfterEach
    void end() {
        calls.stop(null);
        SimilarityStub.be(SimilarityStub.Mood.WELL);
        breakers.resetAll();
    }

    @Test
    void answersThatComeTooLateForAListAreWaitedFor() throws InterruptedException {
        SimilarityStub.be(SimilarityStub.Mood.SLOW);
        int before = SimilarityStub.calls("/reasons");
        calls.start(new StartupEvent());
        await("/reasons", before + 1);
        assertTrue(SimilarityStub.calls("/scores") > 1 && SimilarityStub.calls("/batch") > 1
                && SimilarityStub.calls("/genres") > 1);
    }

    /** As the first list with a filter does, which is refused where the answer comes too late. */
    @Test
    void manyMoviesAreAskedForAtOnce() throws InterruptedException {
        int before = SimilarityStub.calls("/batch");
        calls.start(new StartupEvent());
        await("/batch", before + 2);
        assertEquals(200, SimilarityStub.mostInBatch());
    }

    @Test
    void theyAreMadeAgainUntilThereIsAnAnswerAndCountForNoCircuitBreaker() throws InterruptedException {
        SimilarityStub.be(SimilarityStub.Mood.FAILS);
        int before = SimilarityStub.calls("/reasons");
        calls.start(new StartupEvent());
        await("/movies", SimilarityStub.calls("/movies") + FAILURES);
        assertEquals(before, SimilarityStub.calls("/reasons"));
        SimilarityStub.be(SimilarityStub.Mood.WELL);
        await("/reasons", before + 2);
        BatchAnswer answer = gateway.batch(List.of(1L)).await().atMost(PATIENCE);
        assertEquals("Movie 1", answer.movies().getFirst().title());
    }

    private static void await(String path, int calls) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (SimilarityStub.calls(path) < calls) {
            assertTrue(System.nanoTime() < end, "no calls of " + path);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
