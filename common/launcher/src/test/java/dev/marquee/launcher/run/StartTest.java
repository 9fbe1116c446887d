package dev.marquee.launcher.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.marquee.launcher.cli.UsageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where nothing can be kept is told with the reason, before anything starts. */
class StartTest {
    @TempDir
    private Path temporary;

    @Test
    void aFolderThatCanBeUsedIsLeftEmpty() throws IOException {
        Path home = temporary.resolve("new/home");
        Start.requireUsable(home);
        try (Stream<Path> left = Files.list(home)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void aFileInItsPlaceIsTold() throws IOException {
        assertRefused(Files.createFile(temporary.resolve("file")), "there is a file of that name");
    }

    /** Even root, whom no permission stops, cannot write there. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatLooksWritableAndIsNotIsTriedOut() {
        assertRefused(Path.of("/proc"), "it does not exist");
    }

    private static void assertRefused(Path home, String reason) {
        assertEquals(
                "Databases, logs and downloads cannot be kept in " + home + ": it cannot be written to (" + reason
                        + "). Mend that, or name another folder by the environment variable MARQUEE_HOME.",
                assertThrows(UsageError.class, () -> Start.requireUsable(home)).getMessage());
    }
}
