package dev.marquee.common.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reader against the JDK's own decoder and a plain splitting of the whole file. */
class LineReaderPropertyTest {
    @TempDir
    Path folder;

    @Test
    void agreesWithSplittingTheWholeFile() throws IOException {
        for (long seed = 1; seed <= 60; seed++) {
            Random random = new Random(seed);
            StringBuilder content = new StringBuilder();
            int size = random.nextInt(1, random.nextInt(2) == 0 ? 3_000_000 : 300);
            while (content.length() < size) {
                content.append(piece(random));
            }
            check(content.toString(), "seed " + seed);
        }
    }

    private static String piece(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "\n";
            case 1 -> "\r\n";
            case 2 -> "é";
            case 3 -> "映画";
            case 4 -> "😀,";
            case 5 -> "x".repeat(random.nextInt(2000));
            default -> Integer.toString(random.nextInt());
        };
    }

    private void check(String content, String seed) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), content);
        String[] expected = content.split("\n", -1);
        try (LineReader reader = new LineReader(file, StandardCharsets.UTF_8, IngestProgress.NONE)) {
            for (int i = 0; i < expected.length; i++) {
                String line = expected[i].endsWith("\r")
                        ? expected[i].substring(0, expected[i].length() - 1)
                        : expected[i];
                if (line.isEmpty()) {
                    continue;
                }
                assertEquals(true, reader.next(), seed);
                assertEquals(i + 1, reader.line(), seed);
                String read = new String(reader.buffer(), reader.start(), reader.end() - reader.start(),
                        StandardCharsets.UTF_8);
                assertEquals(line, read, seed);
                assertEquals(null, reader.fault(), seed);
            }
            assertEquals(false, reader.next(), seed);
        }
    }

    @Test
    void findsInvalidUtf8ExactlyWhereTheDecoderDoes() {
        for (long seed = 1; seed <= 200_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(1, 7)];
            int[] likely = {0x41, 0x80, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xA0, 0xED, 0x9F, 0xEF, 0xF0, 0x90, 0xF4, 0x8F,
                    0xF5};
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt() : likely[random.nextInt(likely.length)]);
            }
            assertEquals(decodes(bytes), Utf8.firstInvalid(bytes, 0, bytes.length) < 0, "seed " + seed);
        }
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
