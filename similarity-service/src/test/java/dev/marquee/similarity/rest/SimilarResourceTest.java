package dev.marquee.similarity.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.harness.EmbeddedPostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class SimilarResourceTest {

    @BeforeEach
    void load() {
        Fixture.load();
    }

    @Test
    void theSequelsComeFirst() {
        get("/movies/1/similar?limit=3").statusCode(200).body("movie.title", is("Toy Story"))
                .body("items.movie.movieId", containsInAnyOrder(3114, 78499, 4886))
                .body("items[0].movie.title", containsString("Toy Story"))
                .body("items.score", everyItem(allOf(greaterThan(0f), lessThanOrEqualTo(1.0001f))))
                .body("items[0].reasons", nullValue()).body("items[0].because", nullValue());
    }

    @Test
    void scoresDescend() {
        List<Float> scores = get("/movies/858/similar?limit=200").statusCode(200).extract().jsonPath()
                .getList("items.score", Float.class);
        for (int i = 1; i < scores.size(); i++) {
            assertTrue(scores.get(i) <= scores.get(i - 1), scores::toString);
        }
    }

    @Test
    void filtersAndExclusionsHold() {
        get("/movies/1/similar?limit=200&genre=animation&yearFrom=2000&yearTo=2009&exclude=4886,999").statusCode(200)
                .body("items.movie.movieId", contains(60069));
        get("/movies/1/similar?exclude=3114&exclude=78499").statusCode(200).body("items.movie.movieId",
                not(hasItem(3114))).body("items.movie.movieId", not(hasItem(78499)));
    }

    @Test
    void explanationsShareTheScore() {
        var path = get("/movies/1/similar?limit=2&explain=true").statusCode(200)
                .body("items[0].reasons.kind", everyItem(notNullValue()))
                .body("items[0].reasons.value", hasItem("Animation")).extract().jsonPath();
        List<Float> shares = path.getList("items[0].reasons.share", Float.class);
        assertTrue(shares.stream().mapToDouble(Float::doubleValue).sum() <= 1.001, shares::toString);
    }

    @Test
    void badParametersAreNamed() {
        invalid("/movies/1/similar?limit=0", "limit");
        invalid("/movies/1/similar?limit=201", "limit");
        invalid("/movies/1/similar?yearFrom=2000&yearTo=1999", "yearFrom");
        invalid("/movies/1/similar?genre=Unheard", "genre");
        get("/movies/999999/similar").statusCode(404).body("type", is("urn:marquee:problem:unknown-id"))
                .body("detail", containsString("999999"));
        invalid("/movies/abc/similar", "movieId");
    }

    @Test
    void aProfileFindsWhatItIsMadeOf() {
        post("""
                {"movies": [{"movieId": 1, "weight": 5}, {"movieId": 858, "weight": 4}, {"movieId": 999, "weight": 3}],
                 "limit": 4, "explain": true}""").statusCode(200).body("items", hasSize(4))
                .body("items.movie.movieId", hasItem(1221)).body("items.movie.movieId", not(hasItem(1)))
                .body("items.movie.movieId", not(hasItem(858))).body("missing", contains(999))
                .body("items[0].because[0].title", notNullValue())
                .body("items[0].because[0].share", greaterThan(0f))
                .body("items[0].reasons", hasSize(greaterThanOrEqualTo(1)));
    }

    @Test
    void reasonsCanBeFew() {
        String profile = "{\"movies\": [{\"movieId\": 1, \"weight\": 5}, {\"movieId\": 260, \"weight\": 5}], \"explain\": true";
        var all = post(profile + "}").statusCode(200).extract().jsonPath();
        var few = post(profile + ", \"mostReasons\": 1}").statusCode(200).body("items[0].reasons", hasSize(1))
                .body("items[0].because", hasSize(1)).extract().jsonPath();
        assertTrue(all.getList("items[0].reasons").size() > 1, all::prettify);
        assertEquals(all.getString("items[0].reasons[0]"), few.getString("items[0].reasons[0]"));
        assertEquals(all.getString("items[0].because[0]"), few.getString("items[0].because[0]"));
        invalidProfile(profile + ", \"mostReasons\": 0}", "mostReasons");
    }

    @Test
    void aProfileHasFiltersToo() {
        post("{\"movies\": [{\"movieId\": 1, \"weight\": 5}], \"genre\": \"SCI-FI\", \"yearTo\": 2001, \"exclude\": [260]}")
                .statusCode(200).body("items.movie.movieId", everyItem(is(924)))
                .body("items[0].because", nullValue());
    }

    @Test
    void aProfileOfUnknownMoviesHasNoAnswer() {
        post("{\"movies\": [{\"movieId\": 77777, \"weight\": 5}]}").statusCode(200).body("items", hasSize(0))
                .body("missing", contains(77777));
    }

    @Test
    void badProfilesAreNamed() {
        invalidProfile("{}", "movies");
        invalidProfile("{\"movies\": []}", "movies");
        invalidProfile("{\"movies\": [{\"movieId\": 1}]}", "movies[0].weight");
        invalidProfile("{\"movies\": [{\"weight\": 1}]}", "movies[0].movieId");
        invalidProfile("{\"movies\": [{\"movieId\": 1, \"weight\": 1}], \"limit\": 201}", "limit");
        invalidProfile("{\"movies\": [{\"movieId\": 1, \"weight\": 1}], \"genre\": \"Unheard\"}", "genre");
        invalidProfile("{\"movies\": [{\"movieId\": 1, \"weight\": 1}], \"yearFrom\": 2, \"yearTo\": 1}", "yearFrom");
        invalidProfile("{\"movies\": [{\"movieId\": \"x\", \"weight\": 1}]}", "movies[0].movieId");
        post("{\"movies\": ").statusCode(400);
        given().contentType("text/plain").body("hello").post("/api/v1/similar").then().statusCode(415);
    }

    @Test
    void aBodyTooLargeIsRefused() {
        String ids = IntStream.range(0, 2_000_000).mapToObj(i -> "123456").collect(Collectors.joining(","));
        int status = given().contentType(ContentType.JSON)
                .body("{\"movies\": [{\"movieId\": 1, \"weight\": 1}], \"exclude\": [" + ids + "]}")
                .post("/api/v1/similar")
                .statusCode();
        assertEquals(413, status);
    }

    private static ValidatableResponse get(String path) {
        return given().get("/api/v1" + path).then();
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/v1/similar").then();
    }

    private static void invalid(String path, String field) {
        get(path).statusCode(400).contentType("application/problem+json").body("violations.field", hasItem(field));
    }

    private static void invalidProfile(String body, String field) {
        post(body).statusCode(400).contentType("application/problem+json").body("violations.field", hasItem(field));
    }
}
