package dev.marquee.common.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundedTagsTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @BeforeEach
    void bounded() {
        metrics.config().meterFilter(new BoundedTags());
    }

    private Set<String> values(String meter) {
        return metrics.find(meter).meters().stream().map(each -> each.getId().getTag("kind"))
                .collect(Collectors.toSet());
    }

    @Test
    void whatIsNoWordIsOneOfTheOthers() {
        for (String text : new String[]{"device=auto found no GPU (OpenCL: there is no library)", "", "Ärger", "7",
                "a b",
                "a/b", "x".repeat(60), "connection refused"}) {
            assertFalse(BoundedTags.isWord(text), text);
            metrics.counter("marquee.some", "kind", text).increment();
        }
        assertEquals(Set.of("other"), values("marquee.some"));
        assertEquals(8, metrics.get("marquee.some").tag("kind", "other").counter().count());
    }

    @Test
    void wordsStayAndOneCounterIsOneCounter() {
        metrics.counter("marquee.some", "kind", "opencl", "algorithm", "als").increment();
        metrics.counter("marquee.some", "kind", "opencl", "algorithm", "als").increment();
        metrics.counter("marquee.some", "kind", "put", "algorithm", "CircuitBreakerOpenException").increment();
        assertEquals(2, metrics.get("marquee.some").tag("kind", "opencl").counter().count());
        assertEquals(Set.of("opencl", "put"), values("marquee.some"));
    }

    @Test
    void thereAreFewValuesHoweverManyAreGiven() {
        for (int i = 0; i < 1000; i++) {
            metrics.counter("marquee.some", "kind", "user" + i).increment();
        }
        assertEquals(BoundedTags.MOST_VALUES + 1, values("marquee.some").size());
        assertTrue(values("marquee.some").contains(BoundedTags.OTHER));
        assertEquals(1000 - BoundedTags.MOST_VALUES,
                metrics.get("marquee.some").tag("kind", BoundedTags.OTHER).counter().count());
    }

    @Test
    void metricsOfOthersAreLeftAlone() {
        metrics.counter("http.server.requests", "kind", "/api/v1/users/{userId}").increment();
        assertEquals(Set.of("/api/v1/users/{userId}"), values("http.server.requests"));
    }
}
