package dev.marquee.similarity.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.marquee.common.harness.EmbeddedPostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class MoviesResourceTest {

    @BeforeEach
    void load() {
        Fixture.load();
    }

    @Test
    void withoutAQueryAllMoviesArePaged() {
        get("").statusCode(200).body("items", hasSize(Fixture.MOVIES)).body("page", is(0)).body("size", is(20))
                .body("total", is(Fixture.MOVIES)).body("totalPages", is(1)).body("items[0].movieId", is(1))
                .body("items[0].cast", nullValue());
        get("?page=1&size=10").body("items", hasSize(5)).body("page", is(1)).body("totalPages", is(2));
        get("?page=7&size=200").statusCode(200).body("items", hasSize(0)).body("total", is(Fixture.MOVIES));
    }

    @Test
    void aQueryForgives() {
        get("?query=TOY%20story").body("items.movieId", contains(1, 3114, 78499));
        get("?query=story%20toy").body("items[0].movieId", is(1)).body("total", is(3));
        get("?query=toy%20stroy").body("items[0].movieId", is(1)).body("total", is(3));
        get("?query=am%C3%A9lie").body("items.movieId", contains(4973));
        get("?query=amelie%20poulain").body("items.movieId", contains(4973));
        get("?query=schindlers%20list").body("items.movieId", contains(527));
        get("?query=spiderman").body("items.movieId", contains(5349));
        get("?query=walle").body("items.movieId", contains(60069));
        get("?query=godf").body("items.movieId", contains(858, 1221));
        get("?query=godfather%201974").body("items.movieId", contains(1221));
        get("?query=no%20such%20thing").statusCode(200).body("total", is(0)).body("items", hasSize(0));
    }

    @Test
    void filtersNarrow() {
        get("?genre=crime").body("items.movieId", containsInAnyOrder(6, 858, 1221));
        get("?person=pacino").body("items.movieId", containsInAnyOrder(6, 858, 1221));
        get("?person=nm0000134").body("items.movieId", containsInAnyOrder(6, 1221));
        get("?person=lasseter&query=toy").body("items.movieId", contains(1, 3114));
        get("?yearFrom=1995&yearTo=1999").body("items.movieId", contains(1, 6, 3114));
        get("?yearTo=1975").body("items.year", everyItem(lessThan(1976)));
        get("?yearFrom=1900").body("items.movieId", not(hasItem(176601)));
    }

    @Test
    void ordersAreAsAskedFor() {
        get("?genre=Crime&sort=title").body("items.title", contains("Heat", "The Godfather", "The Godfather: Part II"));
        get("?genre=Crime&sort=YEAR").body("items.year", contains(1995, 1974, 1972));
    }

    @Test
    void badParametersAreNamed() {
        invalid("?sort=rating", "sort");
        invalid("?page=-1", "page");
        invalid("?size=0", "size");
        invalid("?size=201", "size");
        invalid("?genre=Unheard", "genre");
        invalid("?yearFrom=2000&yearTo=1999", "yearFrom");
        invalid("?query=" + "x".repeat(501), "query");
        get("?page=one").statusCode(400);
    }

    @Test
    void aBatchKeepsTheOrderAndNamesWhatIsMissing() {
        batch("{\"movieIds\": [3114, 999999, 1, 3114]}").statusCode(200).body("movies.movieId", contains(3114, 1))
                .body("movies[1].cast.name", contains("Tom Hanks", "Tim Allen")).body("missing", contains(999999));
    }

    @Test
    void badBatchesAreNamed() {
        invalidBatch("{}", "movieIds");
        invalidBatch("{\"movieIds\": []}", "movieIds");
        invalidBatch("{\"movieIds\": [null]}", "movieIds[0]");
        invalidBatch("{\"movieIds\": [\"one\"]}", "movieIds[0]");
        invalidBatch("{\"movieIds\": [" + LongStream.rangeClosed(1, 1001).mapToObj(Long::toString)
                .collect(Collectors.joining(",")) + "]}", "movieIds");
    }

    private static ValidatableResponse get(String parameters) {
        return given().urlEncodingEnabled(false).get("/api/v1/movies" + parameters).then();
    }

    private static ValidatableResponse batch(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/v1/movies/batch").then();
    }

    private static void invalid(String parameters, String field) {
        get(parameters).statusCode(400).contentType("application/problem+json").body("violations.field",
                hasItem(field));
    }

    private static void invalidBatch(String body, String field) {
        batch(body).statusCode(400).contentType("application/problem+json").body("violations.field", hasItem(field));
    }
}
