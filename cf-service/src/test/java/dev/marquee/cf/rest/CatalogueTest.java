package dev.marquee.cf.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.app.catalogue.Catalogue;
import dev.marquee.cf.app.catalogue.Metadata;
import dev.marquee.common.error.UpstreamUnavailable;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What happens when similarity-service fails, hangs, comes back: over real HTTP. */
@QuarkusTest
class CatalogueTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Catalogue catalogue;

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
}
