package dev.marquee.common.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    @TempDir
    Path temporary;

    @Test
    void anotherProcessIsToldWhoHoldsIt() throws Exception {
        Path folder = temporary.resolve("not/there/yet");
        try (FolderLock lock = FolderLock.acquire(folder)) {
            assertTrue(tryElsewhere(folder).contains("process " + ProcessHandle.current().pid() + ")"));
        }
        assertEquals("acquired", tryElsewhere(folder));
    }

    @Test
    void aRefusalInTheSameProcessDoesNotReleaseIt() throws Exception {
        Path folder = temporary.resolve("db");
        try (FolderLock lock = FolderLock.acquire(folder)) {
            assertThrows(FolderInUseException.class, () -> FolderLock.acquire(folder));
            assertThrows(FolderInUseException.class, () -> FolderLock.acquire(folder.resolve("../db")));
            assertTrue(tryElsewhere(folder).contains(folder.toString()));
        }
    }

    @Test
    void aFolderHasOneLockByWhateverWayItIsReached() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("disk/db"));
        Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);
        Path parent = Files.createSymbolicLink(temporary.resolve("parent"), folder.getParent());
        try (FolderLock lock = FolderLock.acquire(link)) {
            assertThrows(FolderInUseException.class, () -> FolderLock.acquire(folder));
            assertThrows(FolderInUseException.class, () -> FolderLock.acquire(parent.resolve("db")));
        }
    }

    @Test
    void itIsKeptThoughNobodyRefersToIt() throws Exception {
        Path folder = temporary.resolve("db");
        FolderLock.acquire(folder);
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertTrue(tryElsewhere(folder).contains(folder.toString()));
    }

    private static String tryElsewhere(Path folder) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), FolderLockTest.class.getName(), folder.toString())
                .redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    public static void main(String[] args) {
        try {
            FolderLock.acquire(Path.of(args[0]));
            System.out.println("acquired");
        } catch (FolderInUseException e) {
            System.out.println(e.getMessage());
        }
    }
}
