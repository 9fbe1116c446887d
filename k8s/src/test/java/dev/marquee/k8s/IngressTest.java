package dev.marquee.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which service answers a path under the one host.
 */
@NeedsKustomize
class IngressTest {
    private static List<JsonNode> paths;

    @BeforeAll
    static void render() {
        paths = Overlay.PROD.resources().of("Ingress")
                .flatMap(ingress -> Resources.stream(ingress.at("/spec/rules/0/http/paths"))).toList();
    }

    @ParameterizedTest
    @CsvSource({"/, cf-service", "/static/bundle/main.js, cf-service", "/api/v1/movies/popular, cf-service",
            "/api/v1/movies/1/neighbours, cf-service", "/api/v1/users/7/recommendations, cf-service",
            "/similarity/api/v1/movies/1/similar, similarity-service", "/api/v1/imports, ''",
            "/api/v1/imports/3, ''", "/api/v1/trainings, ''", "/api/v1/models/active/rating, ''", "/q/metrics, ''",
            "/q/health/ready, ''", "/similarity/q/metrics, ''", "/similarity, ''", "/index.html, ''"})
    void leadsTo(String path, String service) {
        assertEquals(service, service(path));
    }

    @Test
    void thePageReachesAllThatItCalls() throws IOException {
        String page = Files.readString(
                Overlay.MODULE.getParent().resolve("cf-service/src/main/resources/web/app/api.js"));
        List<String> calls = Pattern.compile("call\\(['`](/[^'`?$]*)").matcher(page).results()
                .map(call -> call.group(1)).toList();
        assertEquals(page.lines().filter(line -> line.contains("call('/") || line.contains("call(`/")).count(),
                calls.size());
        calls.forEach(call -> assertEquals("cf-service", service("/api/v1" + call), call));
    }

    @Test
    void everyResourceOfTheServicesIsDecidedOn() throws IOException {
        List<String> open = new ArrayList<>();
        for (String path : List.of("users", "recommendations", "predictions", "movies", "stats", "page", "catalogue",
                "trainings", "models", "imports", "ratings")) {
            if (!service("/api/v1/" + path).isEmpty()) {
                open.add(path);
            }
        }
        assertEquals(List.of("users", "recommendations", "predictions", "movies", "stats", "page", "catalogue"), open);
    }

    /** As Kubernetes decides: an exact path first, else the longest prefix of whole segments. */
    private static String service(String path) {
        JsonNode best = null;
        for (JsonNode rule : paths) {
            String known = rule.path("path").asText();
            boolean exact = rule.path("pathType").asText().equals("Exact");
            if (exact ? path.equals(known) : (path + "/").startsWith(known + "/")) {
                if (exact || best == null || known.length() > best.path("path").asText().length()) {
                    best = rule;
                }
            }
        }
        return best == null ? "" : best.at("/backend/service/name").asText();
    }
}
