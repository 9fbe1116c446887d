package dev.marquee.common.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.DataRejected;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is no file with an end is refused at once, and so is a file that changes while it is read. */
class RegularFileTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private static long lines(Path file, IngestProgress progress) {
        try (LineReader reader = new LineReader(file, StandardCharsets.UTF_8, progress)) {
            long lines = 0;
            while (reader.next()) {
                lines++;
            }
            return lines;
        }
    }

    private static String refusal(Path file) {
        return refusal(file, IngestProgress.NONE);
    }

    private static String refusal(Path file, IngestProgress progress) {
        return assertTimeoutPreemptively(PATIENCE,
                () -> assertThrows(DataRejected.class, () -> lines(file, progress)).getMessage());
    }

    private Path pipe() throws IOException, InterruptedException {
        Path pipe = folder.resolve("ratings.csv");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor());
        return pipe;
    }

    @Test
    void aPipeIsRefusedAtOnce() throws IOException, InterruptedException {
        Path pipe = pipe();
        String expected = "Cannot read " + pipe
                + ": it is a pipe, a socket or a device, and only regular files are read."
                + " Put the file itself there.";
        assertEquals(expected, refusal(pipe));
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), pipe);
        assertTrue(refusal(link).contains("it is a pipe"), refusal(link));
    }

    @Test
    void soAreSocketsDevicesAndFolders() throws IOException {
        Path socket = folder.resolve("socket");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertTrue(refusal(socket).contains("it is a pipe, a socket or a device"), refusal(socket));
        }
        Path endless = Files.createSymbolicLink(folder.resolve("endless"), Path.of("/dev/zero"));
        assertTrue(refusal(endless).contains("it is a pipe, a socket or a device"), refusal(endless));
        assertTrue(refusal(folder).contains("it is a folder"), refusal(folder));
    }

    @Test
    void saysWhyAFileCannotBeOpened() throws IOException {
        Path absent = folder.resolve("absent");
        assertEquals("Cannot read " + absent + ": it does not exist.", refusal(absent));
        Path broken = Files.createSymbolicLink(folder.resolve("broken"), absent);
        assertTrue(refusal(broken).contains("it is a link to what does not exist"), refusal(broken));
        // Permissions do not hold for root, as whom this may run.
        assertEquals("Cannot read x: the service may not read it. Check its permissions.",
                RegularFile.unreadable(Path.of("x"), new AccessDeniedException("x")).getMessage());
    }

    @Test
    void aLinkToARegularFileIsOne() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "a\nb\n");
        assertEquals(2, lines(Files.createSymbolicLink(folder.resolve("link"), file), IngestProgress.NONE));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only /proc has such files")
    void aFileThatCallsItselfEmptyIsNotWaitedFor() {
        // Another such file, the kernel's messages, lets its reader wait for the next one.
        assertEquals(0, lines(Path.of("/proc/self/status"), IngestProgress.NONE));
    }

    @Test
    void aFileThatChangesMeanwhileIsRefused() throws IOException {
        Path file = folder.resolve("ratings.csv");
        String content = "1,2,3,4\n".repeat(400_000);
        assertTrue(changed(file, content, () -> Files.writeString(file, "1,2,3,4\n")).contains("has become shorter"));
        assertTrue(changed(file, content, () -> Files.writeString(file, "5,6,7,8\n", StandardOpenOption.APPEND))
                .contains("it had 3200000 bytes and has 3200008"));
        String rewritten = changed(file, content,
                () -> Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2001-02-03T04:05:06Z"))));
        assertTrue(rewritten.contains("it was written at 2001-02-03T04:05:06Z"), rewritten);
        assertFalse(rewritten.contains("bytes"), rewritten);
    }

    private interface Change {
        void make() throws IOException;
    }

    /** What is said of a file that changes after its first block was read. */
    private static String changed(Path file, String content, Change change) throws IOException {
        Files.writeString(file, content);
        boolean[] done = new boolean[1];
        String refusal = refusal(file, (phase, rows, bytes, total) -> {
            if (!done[0]) {
                done[0] = true;
                try {
                    change.make();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        assertTrue(refusal.startsWith(file + " changed while it was read: "), refusal);
        return refusal;
    }
}
