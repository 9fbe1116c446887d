package dev.marquee.launcher.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.postgres.FolderInUseException;
import dev.marquee.common.postgres.FolderLock;
import dev.marquee.launcher.cli.UsageError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in a state folder is one start's alone. */
class DataChoiceTest {

    @TempDir
    Path temporary;

    @Test
    void aSecondStartOnTheSameDataIsRefusedFreshOrNot() throws Exception {
        Path data = Files.createDirectories(temporary.resolve("data"));
        Path state = choose("--data", data.toString()).state();
        Path log = write(state.resolve("logs/cf-service.log"));
        for (List<String> more : List.of(List.<String>of(), List.of("--fresh"))) {
            var refused = assertThrows(UsageError.class, () -> choose(with(more, "--data", data.toString())));
            assertTrue(refused.getMessage().contains("process " + ProcessHandle.current().pid()), refused.getMessage());
            assertTrue(refused.getMessage().contains(state.toString()), refused.getMessage());
        }
        assertTrue(Files.exists(log));
        Path other = Files.createDirectories(temporary.resolve("other"));
        assertFalse(state.equals(choose("--data", other.toString()).state()));
    }

    @Test
    void freshDeletesAllButTheLocks() throws IOException {
        Path state = temporary.resolve("home/sample");
        Path base = write(state.resolve("databases/cf/base/1"));
        Path lock = write(state.resolve("databases/cf.lock"));
        Path log = write(state.resolve("logs/cf-service.log"));
        Path elsewhere = write(temporary.resolve("elsewhere/kept"));
        Files.createSymbolicLink(state.resolve("link"), elsewhere.getParent());
        Folders.empty(state);
        assertFalse(Files.exists(base));
        assertFalse(Files.exists(log.getParent()));
        assertFalse(Files.exists(state.resolve("link")));
        assertTrue(Files.exists(lock), "who waits for a lock must find the same file");
        assertTrue(Files.exists(elsewhere));
    }

    @Test
    void freshDeletesNothingWhileAServiceRunsThere() throws IOException {
        Path state = temporary.resolve("home/sample");
        Path base = write(state.resolve("databases/similarity/base/1"));
        write(state.resolve("databases/cf.lock"));
        try (FolderLock service = FolderLock.acquire(state.resolve("databases/similarity"))) {
            var refused = assertThrows(FolderInUseException.class, () -> Folders.empty(state));
            assertTrue(refused.getMessage().contains("similarity"), refused.getMessage());
            assertEquals("x", Files.readString(base));
        }
        Folders.empty(state);
        assertFalse(Files.exists(base));
    }

    @Test
    void freshWithoutAStateIsAllRight() throws IOException {
        Folders.empty(temporary.resolve("none"));
    }

    @Test
    void theSampleIsWrittenByOneStartAtATime() throws Exception {
        try (FolderLock other = FolderLock.acquire(temporary.resolve("home/sample-data"))) {
            var refused = assertThrows(UsageError.class, () -> choose());
            assertTrue(refused.getMessage().contains("sample-data"), refused.getMessage());
        }
    }

    private DataChoice choose(String... args) throws Exception {
        Console console = new Console(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                false);
        RunOptions options = TestCommandLine.options(args);
        return DataChoice.of(options.data(), options.fresh(), temporary.resolve("home"), console);
    }

    private static String[] with(List<String> more, String... args) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(args), more.stream()).toArray(String[]::new);
    }

    private static Path write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x");
    }
}
