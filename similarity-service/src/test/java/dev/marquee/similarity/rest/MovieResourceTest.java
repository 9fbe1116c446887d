package dev.marquee.similarity.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.harness.EmbeddedPostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class MovieResourceTest {
    private static final String TROUSERS = """
            {"title": "The Wrong Trousers", "year": 1993, "runtimeMinutes": 30,
             "genres": ["Animation", "Children", "Comedy"], "directors": [{"personId": "nm0661910", "name": "Nick Park"}],
             "cast": [{"personId": "nm0757298", "name": "Peter Sallis"}],
             "tags": [{"tag": "Claymation", "count": 1}, {"tag": "penguin", "count": 2}], "imdbId": "0108598",
             "tmdbId": 531}""";

    @BeforeEach
    void load() {
        Fixture.load();
    }

    @AfterEach
    void forget() {
        given().delete("/api/v1/movies/720");
        given().delete("/api/v1/movies/721");
    }

    @Test
    void aMovieHasAllThatWasImported() {
        get("/movies/1").statusCode(200).body("movieId", is(1)).body("title", is("Toy Story")).body("year", is(1995))
                .body("runtimeMinutes", is(81))
                .body("genres", contains("Adventure", "Animation", "Children", "Comedy", "Fantasy"))
                .body("directors.name", contains("John Lasseter")).body("directors.personId", contains("nm0005124"))
                .body("cast.name", contains("Tom Hanks", "Tim Allen")).body("tags.tag", contains("pixar", "toys"))
                .body("tags.count", contains(3, 1)).body("imdbId", is("0114709")).body("tmdbId", is(862));
    }

    @Test
    void whatIsUnknownIsNull() {
        get("/movies/176601").statusCode(200).body("title", is("Black Mirror")).body("year", nullValue())
                .body("runtimeMinutes", nullValue()).body("genres", empty()).body("directors", empty())
                .body("cast", empty()).body("tags", empty()).body("tmdbId", nullValue());
    }

    @Test
    void anUnknownMovieIsAProblem() {
        get("/movies/999999").statusCode(404).contentType("application/problem+json")
                .body("type", is("urn:marquee:problem:unknown-id")).body("status", is(404))
                .body("detail", is("There is no movie with id 999999.")).body("instance", is("/api/v1/movies/999999"))
                .body("requestId", matchesPattern("[A-Za-z0-9._-]+"));
        given().header("X-Request-Id", "test-77").get("/api/v1/movies/999999").then().header("X-Request-Id", "test-77")
                .body("requestId", is("test-77"));
        get("/movies/xyz").statusCode(400).body("violations[0].field", is("movieId"));
    }

    @Test
    void theIndexFollowsAPutAtOnce() {
        put(720, TROUSERS).statusCode(201).body("movieId", is(720)).body("tags.tag", contains("penguin", "claymation"));
        get("/movies/720").statusCode(200).body("directors.name", contains("Nick Park"))
                .body("cast.name", contains("Peter Sallis")).body("runtimeMinutes", is(30)).body("tmdbId", is(531));
        get("/movies/1/similar?limit=200").body("items.movie.movieId", hasItem(720));
        get("/movies?query=wrong+trousers").body("items.movieId", contains(720));

        put(720, TROUSERS.replace("The Wrong Trousers", "A Close Shave").replace("1993", "1995")).statusCode(200)
                .body("title", is("A Close Shave"));
        get("/movies?query=close+shave").body("items.movieId", contains(720)).body("items[0].year", is(1995));
        get("/movies?query=wrong+trousers").body("total", is(0));

        given().delete("/api/v1/movies/720").then().statusCode(204);
        get("/movies/720").statusCode(404);
        get("/movies/720/similar").statusCode(404);
        get("/movies/1/similar?limit=200").body("items.movie.movieId", not(hasItem(720)));
        given().delete("/api/v1/movies/720").then().statusCode(404).body("detail", containsString("720"));
    }

    @Test
    void whatIsLeftOutIsEmptyAfterwards() {
        put(720, TROUSERS).statusCode(201);
        put(720, "{\"title\": \"  Nothing Else \"}").statusCode(200).body("title", is("Nothing Else"));
        get("/movies/720").body("title", is("Nothing Else")).body("year", nullValue()).body("genres", empty())
                .body("directors", empty()).body("cast", empty()).body("tags", empty()).body("imdbId", nullValue());
        assertEquals(0, given().get("/api/v1/movies?person=Nick Park").jsonPath().getInt("total"));
    }

    @Test
    void aRenamedPersonIsRenamedEverywhere() {
        put(720, TROUSERS.replace("nm0661910", "nm0005124").replace("Nick Park", "John A. Lasseter")).statusCode(201);
        get("/movies/3114").body("directors.name", contains("John A. Lasseter"));
        given().contentType(ContentType.JSON).body("{\"movieIds\": [1]}").post("/api/v1/movies/batch").then()
                .body("movies[0].directors.name", contains("John A. Lasseter"));
    }

    @Test
    void aGenreIsTheSameInAnyCase() {
        put(720, TROUSERS.replace("Animation", "ANIMATION").replace("Comedy", "Claymation")).statusCode(201)
                .body("genres", contains("Animation", "Children", "Claymation"));
        get("/movies?genre=animation&query=trousers").body("items.movieId", contains(720));
        get("/movies?genre=claymation").body("total", is(1));
        put(721, TROUSERS.replace("Animation", "clayMATION").replace("Comedy", "film noir")).statusCode(201)
                .body("genres", contains("Claymation", "Children", "Film-Noir"));
        get("/movies?genre=CLAYMATION").body("items.movieId", contains(720, 721));
        get("/movies/3114/similar?genre=FILM NOIR").body("items.movie.movieId", contains(721));
        get("/genres").body("findAll { it.name.equalsIgnoreCase('claymation') }.size()", is(1))
                .body("find { it.name == 'Claymation' }.movies", is(2));
    }

    @Test
    void racingWritesLeaveIndexAndDatabaseTheSame() throws InterruptedException {
        var statuses = new ConcurrentLinkedQueue<Integer>();
        List<Thread> writers = IntStream.range(0, 8)
                .mapToObj(writer -> Thread.ofPlatform().start(() -> {
                    for (int i = 0; i < 10; i++) {
                        boolean delete = (writer + i) % 4 == 3;
                        statuses.add(delete
                                ? given().delete("/api/v1/movies/720").statusCode()
                                : given().contentType(ContentType.JSON)
                                        .body(TROUSERS.replace("The Wrong Trousers", "Take " + writer + " of " + i))
                                        .put("/api/v1/movies/720").statusCode());
                    }
                })).toList();
        for (Thread writer : writers) {
            writer.join();
        }
        assertEquals(80, statuses.size());
        assertTrue(statuses.stream().allMatch(List.of(200, 201, 204, 404)::contains), statuses::toString);
        assertEquals(stored(), indexed());
        put(720, TROUSERS.replace("The Wrong Trousers", "The End"));
        assertEquals("The End", stored());
        assertEquals("The End", indexed());
    }

    /** The title, or null where there is no such movie. */
    private static String stored() {
        var answer = given().get("/api/v1/movies/720");
        return answer.statusCode() == 404 ? null : answer.path("title");
    }

    private static String indexed() {
        return given().contentType(ContentType.JSON).body("{\"movieIds\": [720]}").post("/api/v1/movies/batch")
                .path("movies[0].title");
    }

    @Test
    void badMoviesAreNamed() {
        invalid("{}", "title");
        invalid("{\"title\": \" \"}", "title");
        invalid("{\"title\": \"a\\u0000b\"}", "title");
        invalid("{\"title\": \"" + "x".repeat(501) + "\"}", "title");
        invalid("{\"title\": \"x\", \"movieId\": 721}", "movieId");
        invalid("{\"title\": \"x\", \"year\": 1492}", "year");
        invalid("{\"title\": \"x\", \"year\": \"soon\"}", "year");
        invalid("{\"title\": \"x\", \"runtimeMinutes\": 0}", "runtimeMinutes");
        invalid("{\"title\": \"x\", \"genres\": [\"\"]}", "genres[0]");
        invalid("{\"title\": \"x\", \"genres\": [\"A\", \"A\"]}", "genres[1]");
        invalid("{\"title\": \"x\", \"genres\": [\"Drama\", \"drama\"]}", "genres[1]");
        invalid("{\"title\": \"x\", \"genres\": [\"Drama\", \"(no genres listed)\"]}", "genres[1]");
        invalid("{\"title\": \"\\u00a0\"}", "title");
        invalid("{\"title\": \"x\", \"directors\": [{\"name\": \"n\"}]}", "directors[0].personId");
        invalid("{\"title\": \"x\", \"cast\": [{\"personId\": \"p\", \"name\": \"a\"}, {\"personId\": \"p\", \"name\": \"a\"}]}",
                "cast[1].personId");
        invalid("{\"title\": \"x\", \"directors\": [{\"personId\": \"p\", \"name\": \"a\"}],"
                + " \"cast\": [{\"personId\": \"p\", \"name\": \"b\"}]}", "cast[0].name");
        invalid("{\"title\": \"x\", \"tags\": [{\"tag\": \"t\", \"count\": 0}]}", "tags[0].count");
        invalid("{\"title\": \"x\", \"tags\": [{\"tag\": \"t\", \"count\": 1}, {\"tag\": \"T\", \"count\": 1}]}",
                "tags[1].tag");
        invalid("{\"title\": \"x\", \"imdbId\": \"tt1\"}", "imdbId");
        put(0, "{\"title\": \"x\"}").statusCode(400).body("violations.field", hasItem("movieId"));
        put(720, "").statusCode(400);
        put(720, "not json").statusCode(400);
        get("/movies/720").statusCode(404);
    }

    private static ValidatableResponse get(String path) {
        return given().get("/api/v1" + path).then();
    }

    private static ValidatableResponse put(long movieId, String body) {
        return given().contentType(ContentType.JSON).body(body).put("/api/v1/movies/" + movieId).then();
    }

    private static void invalid(String body, String field) {
        put(720, body).statusCode(400).contentType("application/problem+json").body("violations.field", hasItem(field));
    }
}
