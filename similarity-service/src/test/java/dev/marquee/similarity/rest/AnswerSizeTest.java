package dev.marquee.similarity.rest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.harness.EmbeddedPostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No answer grows with the product of what a request may ask for and what a movie may have. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class AnswerSizeTest {
    private static final int FIRST = 70_001;
    private static final int MOVIES = 25;
    /** More than an answer names. */
    private static final int PARTS = 60;
    /** 200 of them are 6 MB. */
    private static final int MOST_BYTES_OF_ITEM = 30_000;

    /** Movies with parts as long as they may be, all alike. */
    @BeforeEach
    void putLargeMovies() {
        Fixture.load();
        String parts = "\"genres\": " + list(Limits.GENRES, i -> "\"" + text("genre", i, Limits.GENRE_TEXT) + "\"")
                + ", \"tags\": "
                + list(PARTS, i -> "{\"tag\": \"" + text("tag", i, Limits.TEXT) + "\", \"count\": 5}")
                + ", \"cast\": "
                + list(PARTS,
                        i -> "{\"personId\": \"p" + i + "\", \"name\": \"" + text("name", i, Limits.TEXT) + "\"}");
        for (int id = FIRST; id < FIRST + MOVIES; id++) {
            given().contentType(ContentType.JSON)
                    .body("{\"title\": \"" + text("title", id, Limits.TEXT) + "\", " + parts + "}")
                    .put("/api/v1/movies/" + id).then().statusCode(201);
        }
    }

    @AfterEach
    void deleteThem() {
        for (int id = FIRST; id < FIRST + MOVIES; id++) {
            given().delete("/api/v1/movies/" + id);
        }
    }

    @Test
    void reasonsAreBounded() {
        String profile = list(MOVIES - 5, i -> "{\"movieId\": " + (FIRST + i) + ", \"weight\": 1}");
        String request = "{\"movies\": " + profile + ", \"limit\": 5, \"explain\": true";
        ExtractableResponse<Response> most = post("/api/v1/similar", request + ", \"mostReasons\": 20}");
        assertEquals(5, most.jsonPath().getList("items").size());
        assertEquals(20, most.jsonPath().getList("items[0].reasons").size());
        assertEquals(20, most.jsonPath().getList("items[0].because").size());
        assertBounded(most, 5);
        ExtractableResponse<Response> usual = post("/api/v1/similar", request + "}");
        assertEquals(10, usual.jsonPath().getList("items[0].reasons").size());
        assertEquals(10, usual.jsonPath().getList("items[0].because").size());
        ExtractableResponse<Response> similar = given()
                .get("/api/v1/movies/" + FIRST + "/similar?limit=20&explain=true&mostReasons=20").then().statusCode(200)
                .extract();
        assertEquals(20, similar.jsonPath().getList("items[0].reasons").size());
        assertBounded(similar, 20);
        String ids = list(MOVIES, i -> Integer.toString(FIRST + i));
        String weights = list(MOVIES, i -> "1");
        ExtractableResponse<Response> told = post("/api/v1/similar/reasons", "{\"movieIds\": " + ids + ", \"weights\": "
                + weights + ", \"of\": " + ids + "}");
        assertEquals(10, told.jsonPath().getList("items[0].reasons").size());
        assertBounded(told, MOVIES);
    }

    @Test
    void batchesAndSearchesAreBounded() {
        ExtractableResponse<Response> batch = post("/api/v1/movies/batch",
                "{\"movieIds\": " + list(MOVIES, i -> Integer.toString(FIRST + i)) + "}");
        assertEquals(10, batch.jsonPath().getList("movies[0].cast").size());
        assertEquals(10, batch.jsonPath().getList("movies[0].tags").size());
        assertBounded(batch, MOVIES);
        assertEquals(PARTS, given().get("/api/v1/movies/" + FIRST).then().extract().jsonPath()
                .getList("cast").size());
        assertBounded(given().get("/api/v1/movies?query=title&size=25").then().statusCode(200).extract(), MOVIES);
    }

    @Test
    void moreIsRefused() {
        refused("{\"movies\": [{\"movieId\": 1, \"weight\": 1}], \"mostReasons\": 21}", "/api/v1/similar",
                "mostReasons");
        refused("{\"movieIds\": [1], \"weights\": [1], \"of\": [2], \"mostReasons\": 21}", "/api/v1/similar/reasons",
                "mostReasons");
        assertEquals("mostReasons", given().get("/api/v1/movies/1/similar?mostReasons=21").then().statusCode(400)
                .extract().jsonPath().getString("violations[0].field"));
    }

    private static void refused(String body, String path, String field) {
        assertEquals(field, given().contentType(ContentType.JSON).body(body).post(path).then().statusCode(400).extract()
                .jsonPath().getString("violations[0].field"));
    }

    private static void assertBounded(ExtractableResponse<Response> answer, int items) {
        int bytes = answer.body().asByteArray().length;
        assertTrue(bytes <= items * MOST_BYTES_OF_ITEM, () -> bytes + " bytes for " + items + " movies");
    }

    private static ExtractableResponse<Response> post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then().statusCode(200).extract();
    }

    private static String list(int size, IntFunction<String> element) {
        return IntStream.range(0, size).mapToObj(element).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String text(String word, int number, int length) {
        String start = word + " " + number + " ";
        return (start + "word ".repeat(length)).substring(0, length - 1) + "x";
    }
}
