package dev.marquee.common.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    Path temporary;

    @Test
    void dataSurviveACleanStop() throws SQLException {
        Path folder = temporary.resolve("db");
        try (EmbeddedPostgres server = EmbeddedPostgres.in(folder)) {
            execute(server, "create table t as select 42 as answer");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.in(folder)) {
            assertEquals("42", query(server, "select answer from t"));
            assertEquals("on", query(server, "show fsync"), "confirmed writes must survive a power cut");
            assertEquals("on", query(server, "show synchronous_commit"));
        }
    }

    @Test
    void aSecondProcessOnTheSameFolderIsRefused() {
        Path folder = temporary.resolve("db");
        try (EmbeddedPostgres first = EmbeddedPostgres.in(folder)) {
            var refused = assertThrows(IllegalStateException.class, () -> EmbeddedPostgres.in(folder));
            assertTrue(refused.getMessage().contains("marquee.data-dir"), refused.getMessage());
            assertTrue(first.port() > 0);
        }
    }

    @Test
    void theServerOfAKilledProcessIsTakenOver() throws Exception {
        Path folder = temporary.resolve("db");
        long orphan;
        Process owner = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Holder.class.getName(), folder.toString())
                .redirectErrorStream(true).redirectOutput(temporary.resolve("holder.log").toFile()).start();
        Path ready = temporary.resolve("ready");
        for (int i = 0; i < 600 && !Files.exists(ready); i++) {
            assertTrue(owner.isAlive(), () -> "the holder ended: " + temporary.resolve("holder.log"));
            TimeUnit.MILLISECONDS.sleep(100);
        }
        orphan = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().trim());
        owner.destroyForcibly().waitFor();
        assertTrue(ProcessHandle.of(orphan).isPresent(), "the orphan should live on, else this test shows nothing");

        try (EmbeddedPostgres server = EmbeddedPostgres.in(folder)) {
            assertEquals("7", query(server, "select answer from kept"));
            assertTrue(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive).isEmpty(), "the orphan still runs");
        }
    }

    /** Another process that starts a server and is then killed. */
    static final class Holder {
        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            EmbeddedPostgres server = EmbeddedPostgres.in(folder);
            execute(server, "create table kept as select 7 as answer");
            Files.createFile(folder.resolveSibling("ready"));
            Thread.currentThread().join();
        }
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }
}
