package dev.marquee.similarity.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.harness.EmbeddedPostgresResource;
import dev.marquee.common.harness.OpenApiDocument;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class CatalogueResourceTest {

    @BeforeEach
    void load() {
        Fixture.load();
    }

    @Test
    void genresAreCounted() {
        given().get("/api/v1/genres").then().statusCode(200).body("[0].name", is("Action")).body("[0].movies", is(3))
                .body("find { it.name == 'Animation' }.movies", is(5)).body("size()", is(12));
    }

    @Test
    void statsCountDatabaseAndIndex() {
        given().get("/api/v1/stats").then().statusCode(200).body("movies", is(Fixture.MOVIES)).body("people", is(24))
                .body("credits", is(34)).body("tags", is(14)).body("index.movies", is(Fixture.MOVIES))
                .body("index.genres", is(12)).body("index.features", greaterThan(0))
                .body("index.builtAt", notNullValue())
                .body("index.buildSeconds", greaterThan(0f));
    }

    @Test
    void healthMetricsAndDocumentsAreThere() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/started").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200).body("checks.data",
                hasItem(hasEntry("movies", Fixture.MOVIES)));
        given().get("/api/v1/movies/1/similar").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200).body(containsString("marquee_index_movies 15.0"))
                .body(containsString("marquee_similar_query_seconds_count"))
                .body(containsString("marquee_import_seconds_count"))
                .body(containsString("http_server_requests_seconds_count"));
        given().get("/q/swagger-ui/").then().statusCode(200);
    }

    @Test
    void everyOperationIsDocumented() {
        Map<String, Map<String, Map<String, Object>>> paths = given().get("/q/openapi?format=json").then()
                .statusCode(200)
                .body("info.title", is("Marquee similarity-service")).body("components.responses", hasKey("Invalid"))
                .body("tags.name", hasItems("Movies", "Similarity", "Catalogue", "Imports")).extract().path("paths");
        for (String path : List.of("/movies", "/movies/{movieId}", "/movies/batch", "/movies/{movieId}/similar",
                "/similar",
                "/imports", "/imports/{id}", "/genres", "/stats")) {
            assertTrue(paths.containsKey("/api/v1" + path), path + " is not among " + paths.keySet());
        }
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            assertTrue(operation.containsKey("summary"), method + " " + path + " has no summary");
            assertTrue(operation.containsKey("tags"), method + " " + path + " has no tag");
        }));
        assertEquals(List.of(), OpenApiDocument.answersWithoutForm(paths));
    }
}
