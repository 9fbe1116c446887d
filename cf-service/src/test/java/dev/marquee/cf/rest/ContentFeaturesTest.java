package dev.marquee.cf.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.app.catalogue.ContentFeatures;
import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.content.read.Content;
import dev.marquee.cf.content.read.ContentUrl;
import dev.marquee.common.error.UpstreamUnavailable;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What the trainers learn of the other service's features, over real HTTP. */
@QuarkusTest
class ContentFeaturesTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    ContentFeatures features;

    @ConfigProperty(name = "quarkus.rest-client.similarity.url")
    String url;

    private Content read() {
        return features.current().await().atMost(PATIENCE);
    }

    @AfterEach
    void wellAgain() {
        SimilarityStub.be(SimilarityStub.Mood.WELL);
        SimilarityStub.features("a", "1");
    }

    /** Movie n has a column of its own, and one that it shares with all of the same genre. */
    private static void assertWhole(Content content) {
        ContentMatrix matrix = content.matrix();
        assertNull(content.note());
        assertEquals(SimilarityStub.MOVIES, matrix.rows());
        for (int movie = 1; movie <= SimilarityStub.MOVIES; movie++) {
            assertEquals(movie, matrix.idOf(movie - 1));
        }
        assertEquals(0.64f, matrix.cosine(0, 2), 1e-6f);
        assertEquals(0, matrix.cosine(0, 1));
    }

    @Test
    void pagesAreJoinedAndKeptUntilTheyChange() {
        SimilarityStub.features("a", "1");
        Content first = read();
        assertWhole(first);
        int calls = SimilarityStub.calls("/features");
        assertSame(first, read());
        assertEquals(calls + 1, SimilarityStub.calls("/features"));
        SimilarityStub.features("a", "2");
        Content second = read();
        assertWhole(second);
        assertNotEquals(first.version(), second.version());
    }

    @Test
    void anotherSpaceIsReadAnewAndAFailureOnceIsNone() {
        SimilarityStub.features("changes once", "3");
        assertWhole(read());
        SimilarityStub.features("a", "4");
        SimilarityStub.be(SimilarityStub.Mood.FAILS_ONCE);
        assertWhole(read());
    }

    @Test
    void withoutAnAnswerThereIsWhatWasReadBeforeAndAReason() {
        SimilarityStub.features("a", "1");
        Content before = read();
        SimilarityStub.features("a", "5");
        SimilarityStub.be(SimilarityStub.Mood.REFUSES);
        Content refused = read();
        assertSame(before.matrix(), refused.matrix());
        assertTrue(refused.note().contains("refused"), refused.note());
        SimilarityStub.be(SimilarityStub.Mood.SAYS_NOTHING);
        Content strange = read();
        assertSame(before.matrix(), strange.matrix());
        assertTrue(strange.note().contains("as it was read before"), strange.note());
    }

    @Test
    void toolsReadTheSame() {
        assertWhole(new ContentUrl(HttpClient.newHttpClient(), URI.create(url)).read());
        SimilarityStub.be(SimilarityStub.Mood.FAILS);
        UpstreamUnavailable failure = Assertions.assertThrows(UpstreamUnavailable.class,
                () -> new ContentUrl(HttpClient.newHttpClient(), URI.create(url)).read());
        assertTrue(failure.getMessage().contains("answers 500"), failure.getMessage());
    }
}
