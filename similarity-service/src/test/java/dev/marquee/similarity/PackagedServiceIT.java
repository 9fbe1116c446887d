package dev.marquee.similarity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.harness.PackagedService;
import dev.marquee.similarity.rest.Fixture;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service from its first start on, killed after an import and in the middle of another, and started again.
 */
class PackagedServiceIT {
    private static final int POLL_MILLIS = 20;
    private static final int POLLS = 5000;
    private static final int MANY = 300_000;

    @TempDir
    Path temporary;

    @Test
    void whatWasConfirmedSurvivesAKillAndWhatWasNotLeavesNoTrace() throws IOException {
        Path data = temporary.resolve("data");
        PackagedService first = PackagedService.start(data, Map.of());
        try {
            given().get(first.url() + "/q/health/ready").then().statusCode(503);
            String job = startImport(first, Fixture.folder(), Fixture.folder().resolve("imdb"));
            assertEquals("completed",
                    awaitJob(first, job, ended -> !ended.getString("state").equals("running")).getString("state"));
            answersFromTheFixture(first);
        } finally {
            first.kill();
        }
        String interrupted;
        PackagedService second = PackagedService.start(data, Map.of());
        try {
            awaitReady(second);
            answersFromTheFixture(second);
            interrupted = startImport(second, manyMovies(), null);
            awaitJob(second, interrupted, job -> job.getLong("rowsRead") > 0);
        } finally {
            second.kill();
        }
        try (PackagedService third = PackagedService.start(data, Map.of())) {
            awaitReady(third);
            JsonPath job = given().get(third.url() + interrupted).jsonPath();
            assertEquals("interrupted", job.getString("state"), job::prettify);
            given().get(third.url() + "/api/v1/stats").then().body("movies", is(Fixture.MOVIES));
            answersFromTheFixture(third);
            String again = startImport(third, Fixture.folder(), null);
            assertEquals("completed",
                    awaitJob(third, again, ended -> !ended.getString("state").equals("running")).getString("state"));
        }
    }

    @Test
    void aWrongSettingEndsTheStartWithItsNameAndWithoutATrace() {
        List<String> said = PackagedService.startInVain(temporary.resolve("data"),
                Map.of("MARQUEE_SIMILARITY_WEIGHTS_TITLE_WORD", "-1"));
        assertEquals(1, said.stream().filter(line -> line.endsWith("The service did not start:"
                + " marquee.similarity.weights.title-word: a weight must be between 0 and 1000000, is -1.0")).count());
        assertEquals(List.of(), said.stream().filter(line -> line.startsWith("\tat ")).toList());
    }

    @Test
    void credentialsThatWouldChangeAreRefusedInOneLine() {
        List<String> said = PackagedService.startInVain(temporary.resolve("data"),
                Map.of("QUARKUS_DATASOURCE_CREDENTIALS_PROVIDER", "vault"));
        assertEquals(1, said.stream().filter(line -> line.startsWith("quarkus.datasource.credentials-provider: "))
                .count());
        assertEquals(List.of(), said.stream().filter(line -> line.startsWith("\tat ")).toList());
    }

    private static void answersFromTheFixture(PackagedService service) {
        given().get(service.url() + "/api/v1/movies/1/similar?limit=3").then().statusCode(200)
                .body("items.movie.movieId", hasItem(3114)).body("items[0].movie.movieId", is(oneOf(3114, 78499)));
        given().get(service.url() + "/api/v1/movies/858").then().statusCode(200).body("cast.name",
                hasItem("Al Pacino"));
    }

    private static String startImport(PackagedService service, Path folder, Path imdb) {
        String more = imdb == null ? "" : ", \"imdbPath\": \"" + imdb + "\"";
        return given().contentType(ContentType.JSON).body("{\"path\": \"" + folder + "\"" + more + "}")
                .post(service.url() + "/api/v1/imports").then().statusCode(202).extract().header("Location")
                .replace(service.url(), "");
    }

    private static JsonPath awaitJob(PackagedService service, String path, Predicate<JsonPath> condition) {
        for (int i = 0; i < POLLS; i++) {
            JsonPath job = given().get(service.url() + path).jsonPath();
            if (condition.test(job)) {
                return job;
            }
            assertEquals("running", job.getString("state"), job::prettify);
            pause();
        }
        throw new AssertionError(path + " did not come to what was awaited");
    }

    private static void awaitReady(PackagedService service) {
        int status = 0;
        for (int i = 0; i < POLLS && status != 200; i++) {
            status = given().get(service.url() + "/q/health/ready").statusCode();
            pause();
        }
        assertTrue(status == 200, "the service is not ready after its restart");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So many that the import is still running when the service is killed. */
    private Path manyMovies() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("many"));
        try (BufferedWriter movies = Files.newBufferedWriter(folder.resolve("movies.csv"))) {
            movies.write("movieId,title,genres\n");
            for (int i = 1; i <= MANY; i++) {
                movies.write(i + ",Film number " + i + " (" + (1950 + i % 70) + "),Drama|Comedy\n");
            }
        }
        return folder;
    }
}
