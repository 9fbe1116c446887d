package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.metrics.BoundedTags;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What our metrics are told apart by, after about everything has happened once. */
@QuarkusTest
class MetricTagsTest extends ServiceTest {
    private static final Pattern TAG = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    private static final Set<String> KNOWN = Set.of("algorithm", "state", "kind", "strategy", "cause");

    @BeforeEach
    void data() {
        Trained.once();
    }

    @Test
    void whatIsNoneNeverComesOut() {
        MeterRegistry metrics = CDI.current().select(MeterRegistry.class).get();
        metrics.counter("marquee.test.tags", "kind", "OpenCL: there is no library libOpenCL.so.1").increment();
        assertEquals(List.of("marquee_test_tags_total{kind=\"other\"} 1.0"),
                given().get("/q/metrics").asString().lines()
                        .filter(line -> line.startsWith("marquee_test_tags")).toList());
        metrics.remove(metrics.get("marquee.test.tags").counter());
    }

    @Test
    void everyTagIsAWordOfASmallSet() {
        Trained.train("{\"algorithm\": \"als\", \"options\": {\"factors\": 2, \"device\": \"cpu\"}}");
        given().contentType("application/json").body("{\"rating\": 4}").put(API + "/users/70/ratings/12").then()
                .statusCode(200);
        given().delete(API + "/users/70/ratings/12").then().statusCode(204);
        given().get(API + "/users/3/recommendations?genre=no such genre, and a <b>long</b> text of a user");
        SimilarityStub.be(SimilarityStub.Mood.FAILS);
        given().get(API + "/users/3/recommendations");
        List<String> ours = given().get("/q/metrics").asString().lines().filter(line -> line.startsWith("marquee_"))
                .toList();
        assertTrue(ours.stream().anyMatch(line -> line.startsWith("marquee_training_devices_total{algorithm=\"als\","
                + "kind=\"cpu\"}")), ours.toString());
        Set<String> keys = new TreeSet<>();
        List<String> texts = new ArrayList<>();
        for (String line : ours) {
            Matcher tag = TAG.matcher(line);
            while (tag.find()) {
                if (!Set.of("le", "quantile").contains(tag.group(1))) {
                    keys.add(tag.group(1));
                    if (!BoundedTags.isWord(tag.group(2)) || tag.group(2).equals(BoundedTags.OTHER)) {
                        texts.add(line);
                    }
                }
            }
        }
        assertEquals(List.of(), texts);
        keys.removeAll(KNOWN);
        assertEquals(Set.of(), keys, "tags that nobody has looked at");
    }
}
