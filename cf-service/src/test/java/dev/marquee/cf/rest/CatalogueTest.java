package dev.marquee.cf.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.app.catalogue.Catalogue;
import dev.marquee.cf.app.catalogue.CatalogueBrowser;
import dev.marquee.cf.app.catalogue.Metadata;
import dev.marquee.cf.app.catalogue.SimilarityClient.ReasonsRequest;
import dev.marquee.cf.app.catalogue.SimilarityClient.ScoresRequest;
import dev.marquee.cf.app.recommend.ListRequest;
import dev.marquee.cf.app.recommend.Profile;
import dev.marquee.cf.app.recommend.Recommendation;
import dev.marquee.cf.app.recommend.RecommendationService;
import dev.marquee.cf.app.recommend.Strategy;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.error.UpstreamUnavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What happens when similarity-service fails, hangs, comes back: over real HTTP. */
@QuarkusTest
class CatalogueTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** As many as a circuit breaker looks at. */
    private static final int CALLS = 6;

    @Inject
    Catalogue catalogue;

    @Inject
    CatalogueBrowser browser;

    @Inject
    RecommendationService recommendations;

    @Inject
    MeterRegistry metrics;

    private Metadata describe(Long... ids) {
        return catalogue.describe(List.of(ids)).await().atMost(PATIENCE);
    }

    @Test
    void whatIsKnownIsNotAskedForAgainAndServesOnWhileTheOtherIsDown() {
        assertEquals("Movie 331", describe(331L, 332L, 999_001L).titleOf(331));
        int calls = SimilarityStub.calls();
        assertEquals("Movie 332", describe(332L, 999_001L).titleOf(332));
        assertEquals(calls, SimilarityStub.calls());
        SimilarityStub.be(SimilarityStub.Mood.FAILS);
        Metadata known = describe(331L);
        assertTrue(known.complete());
        Metadata partly = describe(331L, 333L);
        assertFalse(partly.complete());
        assertEquals("Movie 331", partly.titleOf(331));
    }

    @Test
    void oneFailureIsTriedAgain() {
        SimilarityStub.be(SimilarityStub.Mood.FAILS_ONCE);
        assertTrue(describe(341L).complete());
    }

    @Test
    void aSilentServiceCostsALimitedTime() {
        SimilarityStub.be(SimilarityStub.Mood.HANGS);
        assertFalse(describe(351L).complete());
    }

    @Test
    void afterARunOfFailuresItIsLeftInPeace() {
        SimilarityStub.be(SimilarityStub.Mood.FAILS);
        for (long id = 361; id < 371; id++) {
            describe(id);
        }
        int calls = SimilarityStub.calls();
        describe(371L);
        assertEquals(calls, SimilarityStub.calls());
        closeBreakers();
        SimilarityStub.be(SimilarityStub.Mood.WELL);
        assertTrue(describe(371L).complete());
    }

    @Test
    void whetherAMovieExistsIsNeverGuessed() {
        assertEquals(Set.of(999_002L), catalogue.unknownOf(Set.of(381L, 999_002L)).await().atMost(PATIENCE));
        SimilarityStub.be(SimilarityStub.Mood.FAILS);
        assertThrows(UpstreamUnavailable.class, () -> catalogue.unknownOf(Set.of(382L)).await().atMost(PATIENCE));
    }

    @Test
    void aRefusalIsAnAnswerAndNeitherRepeatedNorCounted() {
        describe(391L);
        SimilarityStub.be(SimilarityStub.Mood.REFUSES);
        int calls = SimilarityStub.calls();
        for (int i = 0; i < CALLS; i++) {
            assertFalse(describe(392L).complete());
            assertThrows(InvalidRequest.class, () -> catalogue.similar(profile()).await().atMost(PATIENCE));
            assertThrows(InvalidRequest.class, () -> catalogue.reasons(new ReasonsRequest(new long[]{1},
                    new float[]{1}, new long[]{2}, 1)).await().atMost(PATIENCE));
            assertThrows(InvalidRequest.class, () -> browser.search("x", 1).await().atMost(PATIENCE));
            assertThrows(InvalidRequest.class, () -> browser.genres().await().atMost(PATIENCE));
            assertThrows(UpstreamUnavailable.class,
                    () -> catalogue.unknownOf(Set.of(393L)).await().atMost(PATIENCE));
        }
        assertEquals(calls + 6 * CALLS, SimilarityStub.calls());
        assertEquals(1, metrics.get("marquee.similarity.available").gauge().value());
        SimilarityStub.be(SimilarityStub.Mood.WELL);
        assertTrue(describe(392L).complete());
    }

    @Test
    void anAnswerWithoutWhatWasAskedForIsNone() {
        SimilarityStub.be(SimilarityStub.Mood.SAYS_NOTHING);
        assertFalse(describe(395L).complete());
        assertThrows(UpstreamUnavailable.class, () -> catalogue.similar(profile()).await().atMost(PATIENCE));
        assertThrows(UpstreamUnavailable.class, () -> catalogue.reasons(new ReasonsRequest(new long[]{1},
                new float[]{1}, new long[]{2}, 1)).await().atMost(PATIENCE));
    }

    @Test
    void whatIsNotCalledForNowIsNotTriedAgainEither() {
        SimilarityStub.be(SimilarityStub.Mood.FAILS);
        for (int i = 0; i < CALLS; i++) {
            assertFalse(describe(394L).complete());
        }
        int calls = SimilarityStub.calls();
        double retries = retries();
        assertTrue(retries > 0, "a failed call is tried again");
        for (int i = 0; i < CALLS; i++) {
            assertFalse(describe(394L).complete());
        }
        assertEquals(calls, SimilarityStub.calls());
        assertEquals(retries, retries());
    }

    private double retries() {
        return metrics.find("ft.retry.retries.total").counters().stream().mapToDouble(Counter::count).sum();
    }

    @Test
    void aSlowServiceIsLeftInPeaceToo() {
        SimilarityStub.be(SimilarityStub.Mood.SLOW);
        for (int i = 0; i < CALLS; i++) {
            assertThrows(UpstreamUnavailable.class, () -> catalogue.similar(profile()).await().atMost(PATIENCE));
        }
        int calls = SimilarityStub.calls();
        assertThrows(UpstreamUnavailable.class, () -> catalogue.similar(profile()).await().atMost(PATIENCE));
        assertEquals(calls, SimilarityStub.calls());
    }

    @Test
    void aSlowAnswerIsWaitedForWhereNothingCanBeDoneWithoutIt() {
        SimilarityStub.be(SimilarityStub.Mood.SLOW);
        assertEquals(Set.of(999_003L), catalogue.unknownOf(Set.of(395L, 999_003L)).await().atMost(PATIENCE));
    }

    @Test
    void thePagesQuestionsLeaveAFailingServiceInPeaceToo() {
        SimilarityStub.be(SimilarityStub.Mood.FAILS);
        for (int i = 0; i < CALLS; i++) {
            askForThePage();
        }
        int calls = SimilarityStub.calls();
        askForThePage();
        assertEquals(calls, SimilarityStub.calls());
    }

    private void askForThePage() {
        assertThrows(UpstreamUnavailable.class, () -> browser.search("x", 1).await().atMost(PATIENCE));
        assertThrows(UpstreamUnavailable.class, () -> browser.similar(1, 1).await().atMost(PATIENCE));
        assertThrows(UpstreamUnavailable.class, () -> browser.genres().await().atMost(PATIENCE));
    }

    @Test
    void whoRatedMoreMoviesThanMayBeLeftOutStillGetsAListByContent() {
        TreeMap<Long, Float> rated = new TreeMap<>();
        LongStream.rangeClosed(100_001, 160_000).forEach(id -> rated.put(id, 3f));
        rated.put(1L, 5f);
        ListRequest request = new ListRequest(2, null, null, null, Set.of(), 0, null, Strategy.CONTENT, false);
        assertEquals(List.of(2L, 3L), recommendations.recommend(Profile.of(rated), request).await().atMost(PATIENCE)
                .items().stream().map(Recommendation::movieId).toList());
    }

    private static ScoresRequest profile() {
        return new ScoresRequest(new long[]{1}, new float[]{1}, 10, null, null, null, new long[0]);
    }
}
