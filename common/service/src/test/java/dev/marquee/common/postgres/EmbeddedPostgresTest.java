package dev.marquee.common.postgres;

import static dev.marquee.common.postgres.TestDatabase.execute;
import static dev.marquee.common.postgres.TestDatabase.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    Path temporary;

    @Test
    void dataSurviveACleanStop() throws SQLException {
        // What a shell would read as more than a name.
        Path folder = temporary.resolve("a $b \"c\" 'd' : # [e] ü");
        try (EmbeddedPostgres server = EmbeddedPostgres.in(folder)) {
            execute(server, "create table t as select 42 as answer");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.in(folder)) {
            assertEquals("42", query(server, "select answer from t"));
            assertEquals("on", query(server, "show fsync"), "confirmed writes must survive a power cut");
            assertEquals("on", query(server, "show full_page_writes"));
            assertEquals("on", query(server, "show synchronous_commit"));
        }
    }

    @Test
    void theServerIsGoneWhenItIsClosed() throws Exception {
        Path folder = temporary.resolve("db");
        ProcessHandle main;
        try (EmbeddedPostgres server = EmbeddedPostgres.in(folder)) {
            assertTrue(server.port() > 0);
            main = ServerHolder.server(folder);
            assertTrue(main.isAlive());
        }
        assertFalse(main.isAlive());
        assertFalse(Files.exists(folder.resolve("postmaster.pid")), "it was not stopped in order");
    }

    @Test
    void aTemporaryOneLeavesNoFolder() throws SQLException {
        Path folder;
        try (EmbeddedPostgres server = EmbeddedPostgres.temporary()) {
            folder = Path.of(query(server, "show data_directory"));
            assertTrue(Files.isDirectory(folder));
        }
        assertFalse(Files.exists(folder.getParent()));
    }

    @Test
    void aSecondProcessOnTheSameFolderIsRefused() {
        Path folder = temporary.resolve("db");
        try (EmbeddedPostgres first = EmbeddedPostgres.in(folder)) {
            var refused = assertThrows(FolderInUseException.class, () -> EmbeddedPostgres.in(folder));
            assertTrue(refused.getMessage().contains("marquee.data-dir"), refused.getMessage());
            assertTrue(first.port() > 0);
        }
    }

    @Test
    void itDependsOnNothingOfTheEnvironment() throws Exception {
        Path folder = temporary.resolve("db");
        Map<String, String> environment = Map.ofEntries(Map.entry("LANG", "xx_XX.UTF-8"),
                Map.entry("LC_ALL", "tr_TR.UTF-8"), Map.entry("LC_MESSAGES", "de_DE.UTF-8"),
                Map.entry("TZ", "Nowhere/Land"), Map.entry("PGDATA", "/nonexistent"), Map.entry("PGPORT", "1"),
                Map.entry("PGUSER", "nobody"), Map.entry("PGDATABASE", "none"), Map.entry("PGTZ", "Asia/Tokyo"),
                Map.entry("PGOPTIONS", "-c no.such=1"), Map.entry("LD_PRELOAD", ""), Map.entry("TMPDIR", "/none"));
        try (ServerHolder holder = ServerHolder.start(folder, environment)) {
            assertTrue(holder.process().isAlive());
            String url = "jdbc:postgresql://127.0.0.1:" + Files.readString(temporary.resolve("port")) + "/postgres";
            assertEquals("UTC", query(url, "show log_timezone"));
            assertEquals("C", query(url, "show lc_messages"));
            assertEquals("UTF8", query(url, "show server_encoding"));
            assertEquals("builtin C.UTF-8", query(url, "select case datlocprovider when 'b' then 'builtin' end || ' '"
                    + " || datlocale from pg_database where datname = 'postgres'"));
            assertEquals("äé i", query(url, "select lower('ÄÉ I')"), "letters beyond ASCII, and no Turkish i");
        }
    }

    @Test
    void aFolderOfALocaleThatIsNotHereSaysSoInOneLine() throws SQLException {
        Path folder = temporary.resolve("db");
        try (EmbeddedPostgres server = EmbeddedPostgres.in(folder)) {
            execute(server, "update pg_database set datlocprovider = 'c', datlocale = null,"
                    + " datcollate = 'xx_XX.UTF-8', datctype = 'xx_XX.UTF-8'");
        }
        var failed = assertThrows(IllegalStateException.class, () -> EmbeddedPostgres.in(folder));
        assertTrue(failed.getMessage().contains(folder.toString()), failed.getMessage());
        assertTrue(failed.getMessage().contains("xx_XX.UTF-8"), failed.getMessage());
        assertTrue(failed.getMessage().contains("locale-gen"), failed.getMessage());
        assertEquals(1, failed.getMessage().lines().count(), failed.getMessage());
    }

    @Test
    void aFolderWhoseSettingsNameALocaleThatIsNotHereStarts() throws Exception {
        Path folder = temporary.resolve("db");
        EmbeddedPostgres.in(folder).close();
        Files.writeString(folder.resolve("postgresql.conf"), """
                lc_messages = 'xx_XX.UTF-8'
                lc_monetary = xx_XX.UTF-8			# locale for monetary formatting
                lc_numeric = 'xx_XX.UTF-8'
                lc_time = 'xx_XX.UTF-8'
                """);
        try (EmbeddedPostgres server = EmbeddedPostgres.in(folder)) {
            assertEquals("C", query(server, "show lc_time"));
        }
    }

    @Test
    void whatIsNoDatabaseIsLeftAlone() throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("db"));
        Path file = Files.writeString(folder.resolve("letter.txt"), "dear");
        var refused = assertThrows(IllegalStateException.class, () -> EmbeddedPostgres.in(folder));
        assertTrue(refused.getMessage().contains("PG_VERSION"), refused.getMessage());
        assertEquals("dear", Files.readString(file));
    }

    @Test
    void aFirstStartThatWasCutOffIsBegunAgain() throws Exception {
        Path folder = temporary.resolve("db");
        Path half = Files.createDirectories(temporary.resolve("db.unfinished"));
        Files.writeString(half.resolve("PG_VERSION"), "18");
        try (EmbeddedPostgres server = EmbeddedPostgres.in(folder)) {
            assertEquals("1", query(server, "select 1"));
        }
        assertFalse(Files.exists(half));
    }

    @Test
    void aLinkToAnEmptyFolderIsFollowed() throws Exception {
        Path disk = Files.createDirectories(temporary.resolve("disk/place"));
        Path folder = Files.createSymbolicLink(temporary.resolve("db"), disk);
        EmbeddedPostgres.in(folder).close();
        assertTrue(Files.isSymbolicLink(folder));
        assertTrue(Files.exists(disk.resolve("PG_VERSION")));
    }

    @Test
    void aFailingStartSaysWhyInOneLine() throws IOException {
        Path folder = temporary.resolve("db");
        EmbeddedPostgres.in(folder).close();
        Files.writeString(folder.resolve("PG_VERSION"), "11\n");
        var failed = assertThrows(IllegalStateException.class, () -> EmbeddedPostgres.in(folder));
        assertTrue(failed.getMessage().contains("database files are incompatible with server"), failed.getMessage());
        assertTrue(failed.getMessage().contains("version 11"), failed.getMessage());
        assertEquals(1, failed.getMessage().lines().count(), failed.getMessage());
    }
}
