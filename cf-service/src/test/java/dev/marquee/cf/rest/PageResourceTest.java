package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PageResourceTest extends ServiceTest {

    @AfterEach
    void recover() {
        SimilarityStub.be(SimilarityStub.Mood.WELL);
    }

    @Test
    void ratingsCountAsRealUnlessTheConfigurationSaysOtherwise() {
        given().get("/api/v1/page").then().statusCode(200).body("generatedRatings", equalTo(false));
    }

    @Test
    void thePageItselfIsServed() {
        given().get("/").then().statusCode(200).body(containsString("<marquee-app>"));
    }

    @Test
    void questionsArePassedOnWithTheirRequestId() {
        given().header("X-Request-Id", "from-a-page").queryParam("query", "toy story").queryParam("size", 3)
                .get("/api/v1/catalogue/movies").then().statusCode(200)
                .body("asked", equalTo("/api/v1/movies?query=toy+story&size=3"));
        assertEquals("from-a-page", SimilarityStub.lastRequestId());
        given().get("/api/v1/catalogue/movies/1/similar?limit=4").then().statusCode(200)
                .body("asked", equalTo("/api/v1/movies/1/similar?limit=4&explain=true"));
        given().get("/api/v1/catalogue/genres").then().statusCode(200).body("[0].name", equalTo("Comedy"));
    }

    @Test
    void anUnknownMovieIsAnUnknownMovie() {
        given().get("/api/v1/catalogue/movies/999/similar").then().statusCode(404)
                .body("detail", equalTo("There is no movie with id 999."));
    }

    @Test
    void badValuesAreNamed() {
        given().get("/api/v1/catalogue/movies").then().statusCode(400).body("violations[0].field", equalTo("query"));
        given().get("/api/v1/catalogue/movies?query=x&size=0").then().statusCode(400)
                .body("violations[0].field", equalTo("size"));
        given().get("/api/v1/catalogue/movies/1/similar?limit=51").then().statusCode(400)
                .body("violations[0].field", equalTo("limit"));
    }

    @Test
    void anAbsentCatalogueIsSaidSo() {
        SimilarityStub.be(SimilarityStub.Mood.FAILS);
        given().get("/api/v1/catalogue/genres").then().statusCode(503).contentType("application/problem+json")
                .body("detail", containsString("catalogue does not answer"));
        SimilarityStub.be(SimilarityStub.Mood.HANGS);
        given().get("/api/v1/catalogue/movies?query=x").then().statusCode(503);
    }
}
