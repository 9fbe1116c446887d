package dev.marquee.similarity.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.harness.EmbeddedPostgresResource;
import dev.marquee.common.jobs.JobLock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class ImportResourceTest {
    private static final String GOOD = "movieId,title,genres\n1,Toy Story (1995),Animation\n9001,New Film (2020),Drama\n";

    @TempDir
    Path folder;

    @BeforeEach
    void load() {
        Fixture.load();
        given().delete("/api/v1/movies/9001");
    }

    @Test
    void aJobTellsWhatCameOfIt() {
        JsonPath job = Fixture.importFolder(Fixture.folder(), Fixture.folder().resolve("imdb"));
        assertEquals("completed", job.getString("state"));
        assertEquals(Fixture.MOVIES, job.getInt("counts.movies"));
        assertEquals(24, job.getInt("counts.persons"));
        assertEquals(1f, job.getFloat("fraction"));
        given().get("/api/v1/imports/" + job.getLong("id")).then().statusCode(200).body("finishedAt", notNullValue());
        given().get("/api/v1/imports").then().statusCode(200).body("items[0].id", is(job.getInt("id")))
                .body("total", greaterThan(0));
        given().get("/api/v1/imports/999999").then().statusCode(404);
    }

    @Test
    void whatTheFilesDoNotHaveStays() throws IOException {
        write("movies.csv", GOOD);
        assertEquals("completed", importIt("fail").getString("state"));
        given().get("/api/v1/movies?query=new film").then().body("items.movieId", contains(9001));
        given().get("/api/v1/movies/858").then().statusCode(200).body("cast.name", hasItem("Al Pacino"));
        given().get("/api/v1/movies/1").then().body("genres", contains("Animation")).body("cast.size()", is(0));
    }

    @Test
    void aBrokenLineChangesNothingOrIsLeftOut() throws IOException {
        write("movies.csv", GOOD + "two,Bad Id (2000),Drama\n9001,Again (2001),Drama\n");
        JsonPath failed = importIt("fail");
        assertEquals("failed", failed.getString("state"));
        assertTrue(failed.getString("error").contains("movies.csv:4"), failed.getString("error"));
        given().get("/api/v1/movies/9001").then().statusCode(404);
        given().get("/api/v1/movies/1").then().body("cast.name", hasItem("Tom Hanks"));

        JsonPath skipped = importIt("skip");
        assertEquals("completed", skipped.getString("state"), skipped::prettify);
        assertEquals(2, skipped.getInt("rejectedTotal"));
        assertEquals(4, skipped.getInt("rejected[0].line"));
        assertEquals("movies.csv", skipped.getString("rejected[1].file"));
        given().get("/api/v1/movies/9001").then().statusCode(200).body("title", is("New Film"));
    }

    @Test
    void aFolderThatIsNoReleaseFails() throws IOException {
        write("shopping.txt", "milk\n");
        JsonPath job = importIt("skip");
        assertEquals("failed", job.getString("state"));
        assertTrue(job.getString("error").contains(folder.toString()), job.getString("error"));
    }

    @Test
    void aFileWithOtherSpellingsBringsNoSecondGenre() throws IOException {
        write("movies.csv", GOOD.replace("Drama", "drama|DRAMA"));
        assertEquals("completed", importIt("fail").getString("state"));
        given().get("/api/v1/movies/9001").then().body("genres", contains("Drama"));
        given().get("/api/v1/genres").then()
                .body("findAll { it.name.equalsIgnoreCase('drama') }.name", contains("Drama"));
        given().get("/api/v1/movies?genre=dRaMa&query=new film").then().body("items.movieId", contains(9001));
    }

    @Test
    void onlyHeadersAreNoCatalogue() throws IOException {
        write("movies.csv", "movieId,title,genres\n");
        assertEquals("failed", importIt("skip").getString("state"));
        given().get("/api/v1/stats").then().body("movies", is(Fixture.MOVIES));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"skip;``;movies.csv:1: the file is empty",
            "fail;``;movies.csv:1: the file is empty",
            "skip;movieId,title,genres;movies.csv:1: the file has no line after its header",
            "skip;`movieId;title;genres`;movies.csv:1: there is no column movieId",
            "skip;userId,movieId,rating,timestamp;movies.csv:1: there is no column title"})
    void nothingUsableFails(String onError, String header, String reason) throws IOException {
        write("movies.csv", header);
        failsAsItSays(onError, reason);
    }

    @Test
    void linesOfWhichNoneCanBeUsedFail() throws IOException {
        write("movies.csv", "movieId,title,genres\n1;Toy Story (1995);Animation\n");
        failsAsItSays("skip", "movies.csv:2: the line has 1 fields instead of 3");
        Files.delete(folder.resolve("movies.csv"));
        write("users.dat", "");
        write("movies.dat", "1::1::5::978300760\n");
        failsAsItSays("skip", "movies.dat:1: the line has 4 fields instead of 3");
    }

    private void failsAsItSays(String onError, String reason) {
        JsonPath job = importIt(onError);
        assertEquals("failed", job.getString("state"));
        assertTrue(job.getString("error").contains(reason), job.getString("error"));
        given().get("/api/v1/stats").then().body("movies", is(Fixture.MOVIES));
    }

    @Test
    void aPipeKeepsNobodyWaiting() throws IOException, InterruptedException {
        write("movies.csv", GOOD);
        Path pipe = folder.resolve("tags.csv");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor());
        failsAsItSays("skip", "Cannot read " + pipe + ": it is a pipe, a socket or a device");
        Files.delete(pipe);
        assertEquals("completed", importIt("fail").getString("state"));
    }

    @Test
    void notesTellWhatIsMissingAndWhatHadToBeGuessed() throws IOException {
        write("movies.csv", GOOD);
        assertEquals(List.of("There is no links.csv in " + folder + ": movies have no ids of IMDb and TMDB.",
                "There is no tags.csv in " + folder + ": movies have no tags."), importIt("fail").getList("notes"));
        Files.delete(folder.resolve("movies.csv"));
        Files.writeString(folder.resolve("movies.dat"), "9001::Caf\u00e9 (1999)::Drama\n", StandardCharsets.ISO_8859_1);
        write("ratings.dat", "1::9001::5::978300760\n");
        JsonPath job = importIt("fail");
        assertEquals("completed", job.getString("state"), job::prettify);
        assertTrue(job.getString("notes[0]").contains("it was read as MovieLens 1M, with whole stars"), job::prettify);
        given().get("/api/v1/movies/9001").then().body("title", is("Caf\u00e9"));
    }

    @Test
    void cancellingWhatHasEndedChangesNothing() throws IOException {
        write("movies.csv", GOOD);
        long id = importIt("fail").getLong("id");
        given().delete("/api/v1/imports/" + id).then().statusCode(200).body("state", is("completed"));
        given().delete("/api/v1/imports/999999").then().statusCode(404);
    }

    @Test
    void badRequestsAreNamed() {
        invalid("{\"path\": \"/no/such/folder\"}", "path");
        invalid("{}", "path");
        invalid("{\"path\": \"" + Fixture.folder() + "\", \"imdbPath\": \"/no/such/folder\"}", "imdbPath");
        invalid("{\"path\": \"" + Fixture.folder() + "\", \"onError\": \"ignore\"}", "onError");
    }

    @Test
    void onlyOneAtATime() {
        try (JobLock ignored = JobLock.tryAcquire(EmbeddedPostgresResource.database(), "import").orElseThrow()) {
            given().contentType(ContentType.JSON).body("{\"path\": \"" + Fixture.folder() + "\"}")
                    .post("/api/v1/imports")
                    .then().statusCode(409).body("type", is("urn:marquee:problem:conflict"))
                    .body("detail", containsString("running")).body("runningId", notNullValue());
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private JsonPath importIt(String onError) {
        return Fixture.importFolder(folder, null, onError);
    }

    private static void invalid(String body, String field) {
        given().contentType(ContentType.JSON).body(body).post("/api/v1/imports").then().statusCode(400)
                .contentType("application/problem+json").body("violations.field", hasItem(field));
    }
}
