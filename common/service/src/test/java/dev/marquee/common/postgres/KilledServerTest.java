package dev.marquee.common.postgres;

import static dev.marquee.common.postgres.TestDatabase.execute;
import static dev.marquee.common.postgres.TestDatabase.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed: the server, its owner, or the whole machine. */
class KilledServerTest {
    private static final long SECONDS = 60;

    @TempDir
    Path temporary;

    @Test
    void theServerEndsWithItsKilledOwner() throws Exception {
        Path folder = temporary.resolve("db");
        try (ServerHolder owner = ServerHolder.start(folder, Map.of())) {
            owner.kill();
            owner.server().onExit().get(SECONDS, TimeUnit.SECONDS);
        }
        try (EmbeddedPostgres next = EmbeddedPostgres.in(folder)) {
            assertEquals("7", query(next, "select answer from kept"));
        }
    }

    @Test
    void aServerThatOutlivedItsOwnerIsTakenOver() throws Exception {
        Path folder = temporary.resolve("db");
        try (ServerHolder owner = ServerHolder.start(folder, Map.of())) {
            ProcessHandle server = owner.server();
            server.parent().orElseThrow().destroyForcibly(); // the guard, which would stop it
            owner.kill();
            assertTrue(server.isAlive(), "the server should live on, else this test shows nothing");

            try (EmbeddedPostgres next = EmbeddedPostgres.in(folder)) {
                assertEquals("7", query(next, "select answer from kept"));
                assertFalse(server.isAlive(), "the orphan still runs");
            }
        }
    }

    @Test
    void aKilledServerIsStartedAgainOnItsPort() throws Exception {
        Path folder = temporary.resolve("db");
        try (EmbeddedPostgres server = EmbeddedPostgres.in(folder)) {
            int port = server.port();
            execute(server, "create table kept as select 7 as answer");
            ProcessHandle killed = ServerHolder.server(folder);
            killed.destroyForcibly();
            assertEquals("7", queryWhenBack(server, "select answer from kept"));
            assertEquals(port, server.port());
            assertFalse(killed.pid() == ServerHolder.server(folder).pid());
        }
    }

    @Test
    void aServerThatCannotBeStartedAgainIsGivenUpWithOneLine() throws Exception {
        Path folder = temporary.resolve("db");
        CompletableFuture<String> reason = new CompletableFuture<>();
        try (EmbeddedPostgres server = EmbeddedPostgres.in(folder)) {
            server.whenGivenUp(why -> {
                closeOnAnotherThread(server); // as the end of the process does
                reason.complete(why);
            });
            Files.writeString(folder.resolve("PG_VERSION"), "11\n");
            ServerHolder.server(folder).destroyForcibly();
            String said = reason.get(SECONDS, TimeUnit.SECONDS);
            assertTrue(said.contains("incompatible"), said);
            assertEquals(1, said.lines().count(), said);
        }
    }

    @Test
    void theProcessIdOfAnotherProgramIsNoRunningServer() throws Exception {
        Path folder = killedAndLeft(temporary.resolve("db"));
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            writeProcessId(folder, other.pid());
            try (EmbeddedPostgres server = EmbeddedPostgres.in(folder)) {
                assertEquals("7", query(server, "select answer from kept"));
            }
            assertTrue(other.isAlive(), "a stranger was stopped");
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void theProcessIdOfAnotherFoldersServerIsNoRunningServer() throws Exception {
        Path folder = killedAndLeft(temporary.resolve("db"));
        Path otherFolder = temporary.resolve("other");
        try (EmbeddedPostgres other = EmbeddedPostgres.in(otherFolder)) {
            ProcessHandle process = ServerHolder.server(otherFolder);
            writeProcessId(folder, process.pid());
            try (EmbeddedPostgres server = EmbeddedPostgres.in(folder)) {
                assertEquals("7", query(server, "select answer from kept"));
            }
            assertTrue(process.isAlive(), "the server of another folder was stopped");
            assertEquals("1", query(other, "select 1"));
        }
    }

    private static void closeOnAnotherThread(EmbeddedPostgres server) {
        Thread closing = Thread.ofPlatform().start(server::close);
        try {
            closing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A folder with the file that a server leaves when the machine goes down. */
    private Path killedAndLeft(Path folder) throws Exception {
        Path copy = temporary.resolve("copy.pid");
        try (EmbeddedPostgres server = EmbeddedPostgres.in(folder)) {
            execute(server, "create table kept as select 7 as answer");
            Files.copy(folder.resolve("postmaster.pid"), copy);
        }
        Files.move(copy, folder.resolve("postmaster.pid"));
        return folder;
    }

    private static void writeProcessId(Path folder, long process) throws IOException {
        Path file = folder.resolve("postmaster.pid");
        List<String> lines = Files.readAllLines(file);
        lines.set(0, Long.toString(process));
        Files.write(file, lines);
    }

    private static String queryWhenBack(EmbeddedPostgres server, String sql) throws Exception {
        SQLException last = null;
        for (int i = 0; i < 10 * SECONDS; i++) {
            try {
                return query(server, sql);
            } catch (SQLException e) {
                last = e;
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw last;
    }
}
