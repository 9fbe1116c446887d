package dev.marquee.similarity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.harness.PackagedArtifact;
import dev.marquee.common.harness.PackagedService;
import dev.marquee.common.postgres.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service where i and I are two letters: what the environment sets counts nevertheless, and a stop leaves
 * no server.
 */
class TurkishStartIT {
    private static final Map<String, String> TURKISH = Map.of("LANG", "tr_TR.UTF-8", "LC_ALL", "tr_TR.UTF-8",
            "JAVA_TOOL_OPTIONS", "-Duser.language=tr -Duser.country=TR");

    @TempDir
    Path temporary;

    @Test
    void theDataFolderOfTheEnvironmentIsUsedAndStopsLeaveNoServerThere() {
        Assumptions.assumeFalse(PackagedArtifact.find().nativeExecutable(), "a native executable has no database");
        Path folder = temporary.resolve("data");
        for (int i = 0; i < 3; i++) {
            try (PackagedService service = PackagedService.start(folder, TURKISH)) {
                given().get(service.url() + "/api/v1/stats").then().statusCode(200).body("movies", is(0));
                assertTrue(Files.exists(folder.resolve("similarity/postmaster.pid")), "the database is elsewhere");
            }
            assertFalse(Files.exists(folder.resolve("similarity/postmaster.pid")), "a server was left at stop " + i);
        }
    }

    @Test
    void theDatabaseOfTheEnvironmentIsUsed() throws Exception {
        try (EmbeddedPostgres theirs = EmbeddedPostgres.temporary()) {
            Map<String, String> environment = new HashMap<>(TURKISH);
            theirs.quarkusConfig().forEach((property, value) -> environment.put(
                    property.toUpperCase(Locale.ROOT).replace('.', '_'), value));
            Path folder = temporary.resolve("data");
            try (PackagedService service = PackagedService.start(folder, environment)) {
                given().get(service.url() + "/api/v1/stats").then().statusCode(200).body("movies", is(0));
            }
            assertFalse(Files.exists(folder.resolve("similarity")), "it started a database of its own");
            try (Connection connection = DriverManager.getConnection(theirs.jdbcUrl(), theirs.user(),
                    theirs.password());
                    Statement statement = connection.createStatement();
                    ResultSet tables = statement
                            .executeQuery("select count(*) from pg_tables where tablename = 'movie'")) {
                assertTrue(tables.next());
                assertEquals(1, tables.getInt(1));
            }
        }
    }
}
