package dev.marquee.similarity.rest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The small catalogue in {@code src/test/resources/fixture}: fifteen movies with IMDb credits.
 */
public final class Fixture {
    public static final int MOVIES = 15;
    private static final int POLL_MILLIS = 50;
    private static final int POLLS = 600;

    private Fixture() {}

    public static Path folder() {
        try {
            return Path.of(Fixture.class.getResource("/fixture/movies.csv").toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Imports the catalogue; movies that a test changed are as in the files afterwards. */
    public static void load() {
        JsonPath job = importFolder(folder(), folder().resolve("imdb"));
        assertEquals("completed", job.getString("state"), job::prettify);
    }

    /** Imports a folder through the REST interface and waits for the end. */
    public static JsonPath importFolder(Path folder, Path imdb) {
        return importFolder(folder, imdb, "fail");
    }

    /** The file counts, whatever tests did to its movies. */
    static JsonPath importFolder(Path folder, Path imdb, String onError) {
        return importFolder(folder, imdb, onError, "file");
    }

    static JsonPath importFolder(Path folder, Path imdb, String onError, String conflict) {
        Map<String, String> request = new HashMap<>(
                Map.of("path", folder.toString(), "onError", onError, "conflict", conflict));
        if (imdb != null) {
            request.put("imdbPath", imdb.toString());
        }
        String location = given().contentType(ContentType.JSON).body(request).post("/api/v1/imports").then()
                .statusCode(202).extract().header("Location");
        for (int i = 0; i < POLLS; i++) {
            JsonPath job = given().get(location).jsonPath();
            if (!"running".equals(job.getString("state"))) {
                return job;
            }
            pause();
        }
        throw new AssertionError("The import at " + location + " did not end");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
