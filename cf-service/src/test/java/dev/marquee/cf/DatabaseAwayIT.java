package dev.marquee.cf;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.common.harness.PackagedService;
import dev.marquee.common.postgres.EmbeddedPostgres;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service beside a database of its operator's that stands still, and then is gone: callers are told so,
 * and the log says it in one line.
 */
class DatabaseAwayIT {
    private static final List<String> READS = List.of("users", "users/1/ratings",
            "movies/popular",
            "stats", "imports", "trainings", "models");

    @TempDir
    Path temporary;

    @Test
    void whileTheDatabaseIsAwayEverythingIs503() throws Exception {
        Path folder = temporary.resolve("database");
        Map<String, String> environment = new HashMap<>();
        try (EmbeddedPostgres theirs = EmbeddedPostgres.in(folder)) {
            theirs.quarkusConfig().forEach((property, value) -> environment.put(
                    property.toUpperCase(Locale.ROOT).replace('.', '_'), value));
            try (PackagedService service = PackagedService.start(temporary.resolve("data"), environment)) {
                String api = service.url() + "/api/v1/";
                given().get(api + "users").then().statusCode(200);
                signal(folder, "STOP");
                try {
                    away(given().get(api + "users/1/ratings"));
                } finally {
                    signal(folder, "CONT");
                }
                given().get(api + "users").then().statusCode(200);
                theirs.close();
                for (int round = 0; round < 3; round++) {
                    READS.forEach(path -> away(given().get(api + path)));
                    away(given().delete(api + "users/1/ratings/1"));
                    away(given().contentType(ContentType.JSON).body("{\"path\": \"" + temporary + "\"}")
                            .post(api + "imports"));
                }
                assertEquals(List.of(), service.said().stream().filter(line -> line.startsWith("\tat ")).toList());
            }
        }
    }

    private static void away(Response answer) {
        answer.then().statusCode(503).contentType("application/problem+json")
                .body("type", is("urn:marquee:problem:temporarily-unavailable")).header("Retry-After", notNullValue());
    }

    /** To the server and all its processes. */
    private static void signal(Path folder, String name) throws IOException, InterruptedException {
        long server = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip());
        ProcessHandle process = ProcessHandle.of(server).orElseThrow();
        List<String> command = Stream.concat(Stream.of("kill", "-" + name), Stream.concat(Stream.of(process), process
                .descendants()).map(each -> Long.toString(each.pid()))).toList();
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    }
}
