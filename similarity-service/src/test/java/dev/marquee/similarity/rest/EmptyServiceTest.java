package dev.marquee.similarity.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.harness.EmbeddedPostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A service of its own, which has no movies until one is put.
 */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
@TestProfile(EmptyServiceTest.Fresh.class)
class EmptyServiceTest {
    @TestHTTPResource("/")
    URI root;

    /** Another configuration makes Quarkus start anew, with a database of its own. */
    public static class Fresh implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("marquee.public.prefix", "/similarity");
        }
    }

    @Test
    void withoutMoviesTheAnswerSaysWhatToDo() {
        notReady(given().get("/api/v1/movies").then());
        notReady(given().get("/api/v1/movies/1/similar").then());
        notReady(post("/api/v1/movies/batch", "{\"movieIds\": [1]}"));
        notReady(post("/api/v1/similar", "{\"movies\": [{\"movieId\": 1, \"weight\": 1}]}"));
        notReady(given().get("/api/v1/features").then());
        given().get("/api/v1/movies/1").then().statusCode(404);
        given().get("/api/v1/genres").then().statusCode(200).body("size()", is(0));
        given().get("/api/v1/stats").then().statusCode(200).body("movies", is(0)).body("index.movies", is(0));
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/started").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(503).body("checks.data",
                hasItem(hasEntry("do", "import a data folder: POST /api/v1/imports")));

        given().contentType(ContentType.JSON).body("{\"title\": \"The First\", \"genres\": [\"Drama\"]}")
                .put("/api/v1/movies/1").then().statusCode(201);
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/api/v1/movies?query=first").then().statusCode(200).body("items.movieId", contains(1));
        given().delete("/api/v1/movies/1").then().statusCode(204);
        given().get("/q/health/ready").then().statusCode(503);
    }

    @Test
    void moviesThatArePutIntoNothingAreLikeOneAnotherAtOnce() {
        try {
            for (int id = 1; id <= 3; id++) {
                given().contentType(ContentType.JSON).body("{\"title\": \"Part\", \"genres\": [\"Western\"]}")
                        .put("/api/v1/movies/" + id).then().statusCode(201);
            }
            given().get("/api/v1/movies/1/similar").then().statusCode(200).body("items.movie.movieId", contains(2, 3));
            given().get("/api/v1/movies/3/similar?explain=true").then().statusCode(200)
                    .body("items.movie.movieId", contains(1, 2)).body("items[0].reasons.value", hasItem("Western"));
        } finally {
            for (int id = 1; id <= 3; id++) {
                given().delete("/api/v1/movies/" + id);
            }
        }
    }

    /** The autoscaler's figure is made of these. */
    @Test
    void requestsAreCountedByHowLongTheyTook() {
        given().get("/api/v1/stats").then().statusCode(200);
        given().accept("text/plain").get("/q/metrics").then().statusCode(200)
                .body(containsString("uri=\"/api/v1/stats\",le=\"0.1\""));
    }

    @Test
    void belowThePrefixIsReadingOnly() {
        given().get("/similarity/api/v1/stats").then().statusCode(200).body("movies", is(0));
        given().get("/similarity/api/v1/movies?size=0").then().statusCode(400).body("violations.field",
                contains("size"));
        for (String path : List.of("imports", "imports/1", "movies/batch")) {
            given().get("/similarity/api/v1/" + path).then().statusCode(404);
        }
        given().contentType(ContentType.JSON).body("{\"title\": \"No\"}").put("/similarity/api/v1/movies/1").then()
                .statusCode(404);
        post("/similarity/api/v1/imports", "{\"path\": \"/\"}").statusCode(404);
        given().get("/similarity/q/metrics").then().statusCode(404);
        given().get("/similarity").then().statusCode(404);
        given().get("/similarly/api/v1/stats").then().statusCode(404);
        given().get("/api/v1/imports").then().statusCode(200);
    }

    /** To a proxy that does not know better, each of these is below the prefix. */
    @ParameterizedTest
    @ValueSource(strings = {"/similarity/../api/v1/imports", "/similarity/%2e%2e/api/v1/imports",
            "/similarity//../api/v1/imports", "/similarit%79/../api/v1/imports", "/similarity/./../q/metrics",
            "/similarity/api/v1/imports;x", "/similarity/api/v1/imports;x=1/1", "/similarity/api/v1;x/imports",
            "/similarity/api/v1/imports%3bx", "/similarity/api/v1/movies;/../imports", "/similarity/api/v1/stats;x",
            "/similarity/api/v1/movies/batch", "/similarity/api/v1/imports/", "/similarity/API/v1/stats"})
    void noPathLeavesThePrefix(String path) throws IOException {
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 404 "), answer);
        }
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }

    private static void notReady(ValidatableResponse answer) {
        answer.statusCode(503).contentType("application/problem+json")
                .body("type", is("urn:marquee:problem:model-not-ready"))
                .body("detail", containsString("POST /api/v1/imports"));
    }
}
