package dev.marquee.similarity.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.common.harness.EmbeddedPostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file that is imported again, after people have changed and deleted movies; and writers who wait for one another.
 */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class ImportConflictTest {
    private static final String MOVIES = "/api/v1/movies/";
    private static final String FILE = "movieId,title,genres\n9101,First (2001),Drama\n9102,Second (2002),Drama\n"
            + "9103,Third (2003),Drama\n9104,Fourth (2004),Drama\n";

    @TempDir
    Path folder;

    @BeforeEach
    void imported() throws IOException {
        Fixture.load();
        Files.writeString(folder.resolve("movies.csv"), FILE);
        assertEquals("completed", run("file").getString("state"));
        put(9101, "Edited").then().statusCode(200);
        given().delete(MOVIES + 9102).then().statusCode(204);
        given().delete(MOVIES + 9103).then().statusCode(204);
        put(9103, "Back").then().statusCode(201);
    }

    @AfterEach
    void nothingRemains() {
        for (int movie = 9101; movie <= 9105; movie++) {
            given().delete(MOVIES + movie);
        }
    }

    private JsonPath run(String conflict) {
        return Fixture.importFolder(folder, null, "fail", conflict);
    }

    private static Response put(int movie, String title) {
        return given().contentType(ContentType.JSON).body("{\"title\": \"" + title + "\", \"genres\": [\"Drama\"]}")
                .put(MOVIES + movie);
    }

    private static void counted(JsonPath job, int added, int replaced, int kept, int deleted) {
        assertEquals("completed", job.getString("state"), job::prettify);
        assertEquals("4 " + added + " " + replaced + " " + kept + " " + deleted, job.getInt("counts.movies") + " "
                + job.getInt("counts.added") + " " + job.getInt("counts.replaced") + " " + job.getInt("counts.kept")
                + " "
                + job.getInt("counts.deleted"), job::prettify);
    }

    private static void titleIs(int movie, String title) {
        given().get(MOVIES + movie).then().statusCode(200).body("title", is(title));
    }

    @Test
    void whatPeopleChangedOrDeletedStays() throws IOException {
        Files.writeString(folder.resolve("movies.csv"), FILE.replace("Fourth", "Better"));
        counted(run("newer"), 0, 1, 2, 1);
        titleIs(9101, "Edited");
        given().get(MOVIES + 9102).then().statusCode(404);
        given().get("/api/v1/movies?query=second").then().body("items.findAll { it.movieId == 9102 }.size()", is(0));
        titleIs(9103, "Back");
        titleIs(9104, "Better");
        counted(run("newer"), 0, 0, 3, 1);
    }

    @Test
    void theFileCountsWhereThatIsAskedFor() {
        counted(run("file"), 1, 2, 1, 0);
        titleIs(9101, "First");
        titleIs(9102, "Second");
        titleIs(9103, "Third");
        given().get(MOVIES + "9102/similar").then().statusCode(200);
        counted(run("newer"), 0, 0, 4, 0);
    }

    @Test
    void onlyWhatIsNewIsAddedWhereThatIsAskedFor() throws IOException {
        Files.writeString(folder.resolve("movies.csv"), FILE.replace("Fourth", "Better").replace("9103", "9105"));
        counted(run("keep"), 1, 0, 2, 1);
        titleIs(9104, "Fourth");
        titleIs(9103, "Back");
        titleIs(9105, "Third");
        given().get(MOVIES + 9102).then().statusCode(404);
    }

    /** A person's name is that of all of that person's movies. */
    @Test
    void theNameOfSomebodyWhoseMovieWasChangedStays() {
        JsonPath before = given().get(MOVIES + "858").jsonPath();
        given().contentType(ContentType.JSON)
                .body("{\"title\": \"Mine\", \"genres\": [\"Drama\"], \"cast\": [{\"personId\": \""
                        + before.getString("cast[0].personId") + "\", \"name\": \"Renamed\"}]}")
                .put(MOVIES + "9104").then()
                .statusCode(200);
        String name = "cast.find { it.personId == '" + before.getString("cast[0].personId") + "' }.name";
        JsonPath job = Fixture.importFolder(Fixture.folder(), Fixture.folder().resolve("imdb"), "fail", "newer");
        assertEquals("completed", job.getString("state"), job::prettify);
        given().get(MOVIES + "858").then().body(name, is("Renamed"));
        Fixture.load();
        given().get(MOVIES + "858").then().body(name, is(before.getString("cast[0].name")));
    }

    @Test
    void whoWaitsInVainIsToldAndReadersGoOn() throws SQLException {
        try (Connection other = EmbeddedPostgresResource.database().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + 0x4d61_7271_6361_7461L + ")");
            put(9101, "Again").then().statusCode(503).header("Retry-After", "1")
                    .contentType("application/problem+json").body("detail", containsString("by an import"));
            given().delete(MOVIES + 9104).then().statusCode(503);
            given().get(MOVIES + 9104).then().statusCode(200);
            given().get("/q/health/ready").then().statusCode(200);
            other.rollback();
        }
        put(9101, "Again").then().statusCode(200);
    }
}
