package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is imported again, after people have rated, rated anew and taken ratings back. */
@QuarkusTest
class ImportConflictResourceTest extends ServiceTest {
    private static final int USER = 9601;
    private static final String FILE = "userId,movieId,rating,timestamp\n" + USER + ",10,1.0,900000000\n" + USER
            + ",11,1.5,900000000\n" + USER + ",12,2.0,900000000\n" + USER + ",13,2.5,900000000\n";

    @TempDir
    Path folder;

    @BeforeEach
    void imported() throws IOException {
        Files.writeString(folder.resolve("ratings.csv"), FILE);
        assertEquals("completed", run("file").getString("state"));
        rate(10, "{\"rating\": 5}");
        given().delete(API + "/users/" + USER + "/ratings/11").then().statusCode(204);
        given().delete(API + "/users/" + USER + "/ratings/12").then().statusCode(204);
        rate(12, "{\"rating\": 4}");
    }

    @AfterEach
    void nothingRemains() {
        for (int movie = 10; movie <= 13; movie++) {
            given().delete(API + "/users/" + USER + "/ratings/" + movie);
        }
    }

    private static void rate(int movie, String body) {
        given().contentType("application/json").body(body).put(API + "/users/" + USER + "/ratings/" + movie).then()
                .statusCode(200);
    }

    private JsonPath run(String conflict) {
        String more = conflict == null ? "" : ", \"conflict\": \"" + conflict + "\"";
        String location = given().contentType("application/json").body("{\"path\": \"" + folder + "\"" + more + "}")
                .post(API + "/imports").then().statusCode(202)
                .body("conflict", is(conflict == null ? "newer" : conflict))
                .extract().header("Location");
        return Trained.until(location, state -> !state.equals("running"));
    }

    private static Map<Integer, Float> stars() {
        JsonPath page = given().get(API + "/users/" + USER + "/ratings").jsonPath();
        List<Integer> movies = page.getList("items.movieId");
        List<Float> stars = page.getList("items.rating");
        Map<Integer, Float> byMovie = new TreeMap<>();
        for (int i = 0; i < movies.size(); i++) {
            byMovie.put(movies.get(i), stars.get(i));
        }
        return byMovie;
    }

    private static void counted(JsonPath job, int added, int replaced, int kept, int deleted) {
        assertEquals("completed", job.getString("state"), job.prettify());
        assertEquals(Map.of("ratings", 4, "users", 1, "movies", 4, "added", added, "replaced", replaced, "kept", kept,
                "deleted", deleted), job.getMap("counts"));
    }

    @Test
    void theLaterWordCountsUnlessToldOtherwise() {
        counted(run(null), 0, 0, 3, 1);
        assertEquals(Map.of(10, 5f, 12, 4f, 13, 2.5f), stars());
        counted(run("newer"), 0, 0, 3, 1);
        given().get(API + "/users?size=200").then().body("items.find { it.userId == " + USER + " }.ratings", is(3));
    }

    @Test
    void theFileCountsWhereThatIsAskedFor() {
        counted(run("file"), 1, 2, 1, 0);
        assertEquals(Map.of(10, 1f, 11, 1.5f, 12, 2f, 13, 2.5f), stars());
        counted(run(null), 0, 0, 4, 0);
    }

    @Test
    void whatIsThereStaysWhereThatIsAskedFor() throws IOException {
        Files.writeString(folder.resolve("ratings.csv"), FILE.replace("900000000", "4000000000"));
        counted(run("keep"), 0, 0, 3, 1);
        assertEquals(Map.of(10, 5f, 12, 4f, 13, 2.5f), stars());
        counted(run("newer"), 1, 3, 0, 0);
        assertEquals(Map.of(10, 1f, 11, 1.5f, 12, 2f, 13, 2.5f), stars());
    }

    @Test
    void anUnknownRuleIsNamed() {
        given().contentType("application/json").body("{\"path\": \"" + folder + "\", \"conflict\": \"older\"}")
                .post(API + "/imports").then().statusCode(400).body("violations[0].field", is("conflict"))
                .body("violations[0].message", notNullValue());
    }
}
