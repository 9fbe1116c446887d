package dev.marquee.common.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.DataRejected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineReaderTest {
    @TempDir
    Path folder;

    private LineReader open(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("file.txt"), content);
        return new LineReader(file, StandardCharsets.UTF_8, IngestProgress.NONE);
    }

    private List<String> lines(String content) throws IOException {
        List<String> lines = new ArrayList<>();
        try (LineReader reader = open(content.getBytes(StandardCharsets.UTF_8))) {
            while (reader.next()) {
                assertNull(reader.fault());
                lines.add(reader.line() + ":" + reader.text());
            }
        }
        return lines;
    }

    @Test
    void readsBothEndsOfLineAndALastLineWithoutOne() throws IOException {
        assertEquals(List.of("1:a", "2:bc", "3:d"), lines("a\nbc\r\nd"));
        assertEquals(List.of("1:a"), lines("a\r\n"));
        assertEquals(List.of("1:a"), lines("a\r"));
    }

    @Test
    void countsBlankLinesButPassesOverThem() throws IOException {
        assertEquals(List.of("2:a", "5:b"), lines("\na\n\r\n\nb\n\n"));
        assertEquals(List.of(), lines(""));
    }

    @Test
    void passesOverAByteOrderMark() throws IOException {
        assertEquals(List.of("1:é"), lines("\uFEFFé\n"));
    }

    @Test
    void namesTheByteThatIsNotUtf8AndGoesOn() throws IOException {
        byte[] latin = "ok\nL\u00e9on\nlast".getBytes(StandardCharsets.ISO_8859_1);
        try (LineReader reader = open(latin)) {
            assertTrue(reader.next());
            assertNull(reader.fault());
            assertTrue(reader.next());
            assertEquals(2, reader.line());
            assertEquals("not valid UTF-8: byte 2 of the line is 0xE9", reader.fault());
            assertTrue(reader.next());
            assertNull(reader.fault());
            assertEquals("last", reader.text());
            assertFalse(reader.next());
        }
    }

    @Test
    void namesANulByte() throws IOException {
        try (LineReader reader = open("a\nb\0c\n".getBytes(StandardCharsets.UTF_8))) {
            assertTrue(reader.next());
            assertNull(reader.fault());
            assertTrue(reader.next());
            assertTrue(reader.fault().startsWith("byte 2 of the line is NUL"), reader.fault());
        }
    }

    @Test
    void refusesALineThatIsTooLongAndGoesOnBehindIt() throws IOException {
        String tooLong = "x".repeat(5 * LineReader.MAX_LINE);
        String longest = "y".repeat(LineReader.MAX_LINE);
        byte[] content = ("a\n" + tooLong + "\n" + longest + "\nb").getBytes(StandardCharsets.UTF_8);
        try (LineReader reader = open(content)) {
            assertTrue(reader.next());
            assertTrue(reader.next());
            assertEquals(2, reader.line());
            assertTrue(reader.fault().startsWith("the line is longer than"), reader.fault());
            assertTrue(reader.next());
            assertNull(reader.fault());
            assertEquals(LineReader.MAX_LINE, reader.end() - reader.start());
            assertTrue(reader.next());
            assertEquals("b", reader.text());
            assertEquals(4, reader.line());
        }
    }

    @Test
    void refusesFilesThatAreNoText() {
        for (int[] start : new int[][]{{0xFF, 0xFE, 'a', 0}, {0x1F, 0x8B, 8}, {'P', 'K', 3, 4, 0}}) {
            byte[] content = new byte[start.length];
            for (int i = 0; i < start.length; i++) {
                content[i] = (byte) start[i];
            }
            assertThrows(DataRejected.class, () -> open(content));
        }
        Path absent = folder.resolve("absent.csv");
        DataRejected rejected = assertThrows(DataRejected.class,
                () -> new LineReader(absent, StandardCharsets.UTF_8, IngestProgress.NONE));
        assertTrue(rejected.getMessage().contains("absent.csv"), rejected.getMessage());
    }

    @Test
    void tellsItsProgressAndObeysACancellation() throws IOException {
        byte[] content = "0123456\n".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("big.csv"), content);
        long[] last = new long[2];
        boolean[] stop = new boolean[1];
        IngestProgress progress = new IngestProgress() {
            @Override
            public void report(String phase, long rows, long done, long total) {
                assertEquals("big.csv", phase);
                assertTrue(done >= last[0]);
                last[0] = done;
                last[1] = total;
            }

            @Override
            public boolean cancelled() {
                return stop[0];
            }
        };
        try (LineReader reader = new LineReader(file, StandardCharsets.UTF_8, progress)) {
            for (int i = 0; i < 500_000; i++) {
                assertTrue(reader.next());
            }
            assertTrue(last[0] >= 4_000_000 && last[0] < content.length, "read " + last[0]);
            assertEquals(content.length, last[1]);
            stop[0] = true;
            assertThrows(CancellationException.class, () -> {
                while (reader.next()) {
                    assertTrue(reader.line() < 1_000_000);
                }
            });
        }
    }
}
