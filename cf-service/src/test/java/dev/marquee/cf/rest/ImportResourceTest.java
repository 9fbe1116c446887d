package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports of which nothing comes: they fail, say why, and leave the next one its turn. */
@QuarkusTest
class ImportResourceTest extends ServiceTest {
    private static final String MOVIES = "movieId,title,genres\n1,A (2000),Drama\n";
    private static final String HEADER = "userId,movieId,rating,timestamp\n";

    @TempDir
    Path folder;

    private int before;

    @BeforeEach
    void count() {
        before = ratings();
    }

    @AfterEach
    void nothingCameOfIt() {
        assertEquals(before, ratings());
    }

    private static int ratings() {
        return given().get(API + "/stats").jsonPath().getInt("ratings");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.ISO_8859_1);
    }

    private JsonPath failed(String onError) {
        String location = given().contentType("application/json")
                .body("{\"path\": \"" + folder + "\", \"onError\": \"" + onError + "\"}").post(API + "/imports").then()
                .statusCode(202).extract().header("Location");
        JsonPath job = Trained.until(location, state -> !state.equals("running"));
        assertEquals("failed", job.getString("state"), job.prettify());
        return job;
    }

    private static void says(JsonPath job, String reason) {
        assertTrue(job.getString("error").contains(reason), job.getString("error"));
    }

    @ParameterizedTest
    @CsvSource({"skip", "fail"})
    void filesWithoutALine(String onError) throws IOException {
        write("movies.csv", "");
        write("ratings.csv", "");
        says(failed(onError), "movies.csv:1: the file is empty");
        write("movies.csv", MOVIES);
        says(failed(onError), "ratings.csv:1: the file is empty");
        write("ratings.csv", HEADER);
        says(failed(onError), "ratings.csv:1: the file has no line after its header");
    }

    @ParameterizedTest
    @CsvSource({"skip", "fail"})
    void onlyUnknownMovies(String onError) throws IOException {
        write("movies.csv", MOVIES);
        write("ratings.csv", HEADER + "1,2,4,5\n2,2,4,5\n");
        JsonPath job = failed(onError);
        says(job, "ratings.csv:2: movie 2 is not in the movies file");
        assertEquals(onError.equals("skip") ? 2 : 1, job.getInt("rejectedTotal"));
        assertEquals("1,2,4,5", job.getString("rejected[0].text"));
        assertEquals((onError.equals("skip") ? 2 : 1) + " lines were left out because their movie is not in the movies"
                + " file.", job.getList("notes").getLast());
    }

    @Test
    void aPipeKeepsNobodyWaiting() throws IOException, InterruptedException {
        write("movies.csv", MOVIES);
        Path pipe = folder.resolve("ratings.csv");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor());
        says(failed("skip"), "Cannot read " + pipe + ": it is a pipe, a socket or a device");
        Files.delete(pipe);
        Files.createDirectory(pipe);
        says(failed("skip"), "Cannot read " + pipe + ": it is a folder");
    }

    @Test
    void cancellingWhatHasEndedChangesNothing() throws IOException {
        write("movies.csv", MOVIES);
        JsonPath job = failed("skip");
        given().delete(API + "/imports/" + job.getLong("id")).then().statusCode(200).body("state", is("failed"))
                .body("error", equalTo(job.getString("error")));
        given().delete(API + "/imports/999999").then().statusCode(404).body("type",
                is("urn:marquee:problem:unknown-id"));
    }
}
