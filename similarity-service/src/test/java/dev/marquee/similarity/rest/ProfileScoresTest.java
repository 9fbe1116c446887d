package dev.marquee.similarity.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.common.harness.EmbeddedPostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class ProfileScoresTest {

    @BeforeEach
    void load() {
        Fixture.load();
    }

    @Test
    void scoresAndReasonsAreThoseOfTheWholeAnswer() {
        var whole = post("", """
                {"movies": [{"movieId": 1, "weight": 5}, {"movieId": 858, "weight": -1}], "limit": 4, "exclude": [3114],
                 "yearTo": 2005, "explain": true, "mostReasons": 2}""").statusCode(200).extract().jsonPath();
        String profile = "{\"movieIds\": [1, 858], \"weights\": [5, -1]";
        var scores = post("/scores", profile + ", \"limit\": 4, \"exclude\": [3114], \"yearTo\": 2005}").statusCode(200)
                .extract().jsonPath();
        assertEquals(whole.getList("items.movie.movieId"), scores.getList("movieIds"));
        assertEquals(whole.getList("items.score"), scores.getList("scores"));
        var reasons = post("/reasons", profile + ", \"of\": [999999, " + whole.getInt("items[1].movie.movieId") + "]"
                + ", \"mostReasons\": 2}").statusCode(200).body("items", hasSize(1)).extract().jsonPath();
        assertEquals(whole.getString("items[1].reasons"), reasons.getString("items[0].reasons"));
        assertEquals(whole.getString("items[1].because"), reasons.getString("items[0].because"));
    }

    @Test
    void badProfilesInArraysAreNamed() {
        refused("/scores", "{\"weights\": [1]}", "movieIds");
        refused("/scores", "{\"movieIds\": [1]}", "weights");
        refused("/scores", "{\"movieIds\": [1, 2], \"weights\": [1]}", "weights");
        refused("/scores", "{\"movieIds\": [1, 2], \"weights\": [1, 2000]}", "weights[1]");
        refused("/scores", "{\"movieIds\": [1], \"weights\": [1], \"limit\": 201}", "limit");
        refused("/scores", "{\"movieIds\": [1], \"weights\": [1], \"genre\": \"Unheard\"}", "genre");
        refused("/reasons", "{\"movieIds\": [1], \"weights\": [1]}", "of");
        refused("/reasons", "{\"movieIds\": [1], \"weights\": [1], \"of\": [2], \"mostReasons\": 0}", "mostReasons");
        post("/scores", "{\"movieIds\": [77777], \"weights\": [1]}").statusCode(200).body("movieIds", hasSize(0));
        post("/reasons", "{\"movieIds\": [77777], \"weights\": [1], \"of\": [1]}").statusCode(200)
                .body("items[0].reasons", hasSize(0));
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/v1/similar" + path).then();
    }

    private static void refused(String path, String body, String field) {
        post(path, body).statusCode(400).contentType("application/problem+json").body("violations.field",
                hasItem(field));
    }
}
