package dev.marquee.similarity.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import dev.marquee.common.testing.EmbeddedPostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A service of its own, which has no movies until one is put.
 */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
@TestProfile(EmptyServiceTest.Fresh.class)
class EmptyServiceTest {

    /** Another configuration makes Quarkus start anew, with a database of its own. */
    public static class Fresh implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("marquee.similarity.weights.year", "0.5");
        }
    }

    @Test
    void withoutMoviesTheAnswerSaysWhatToDo() {
        notReady(given().get("/api/v1/movies").then());
        notReady(given().get("/api/v1/movies/1/similar").then());
        notReady(post("/api/v1/movies/batch", "{\"movieIds\": [1]}"));
        notReady(post("/api/v1/similar", "{\"movies\": [{\"movieId\": 1, \"weight\": 1}]}"));
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

    private static ValidatableResponse post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }

    private static void notReady(ValidatableResponse answer) {
        answer.statusCode(503).contentType("application/problem+json")
                .body("type", is("urn:marquee:problem:model-not-ready"))
                .body("detail", containsString("POST /api/v1/imports"));
    }
}
