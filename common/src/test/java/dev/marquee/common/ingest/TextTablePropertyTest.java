package dev.marquee.common.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextTablePropertyTest {
    private static final String[] PIECES = {"a", "Léon", "\"", "\"\"", ",", "映", "'", " x ", ":", ".", "0"};

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenAsCsvIsReadBack() throws IOException {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            List<String> values = new ArrayList<>();
            StringBuilder csv = new StringBuilder("b,a\r\n");
            for (int row = 0; row < 50; row++) {
                String a = value(random);
                String b = value(random);
                values.add(a.strip() + "|" + b.strip());
                csv.append(written(b, random)).append(',').append(written(a, random))
                        .append(random.nextBoolean() ? "\n" : "\r\n");
            }
            List<String> read = new ArrayList<>();
            long used = table(csv.toString().getBytes(StandardCharsets.UTF_8)).read(new Rejections(OnError.FAIL),
                    IngestProgress.NONE, fields -> read.add(fields.text(0) + "|" + fields.text(1)));
            assertEquals(values, read, "seed " + seed);
            assertEquals(50, used, "seed " + seed);
        }
    }

    private static String value(Random random) {
        StringBuilder value = new StringBuilder();
        for (int n = random.nextInt(5); n > 0; n--) {
            value.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return value.toString();
    }

    private static String written(String value, Random random) {
        boolean mustQuote = value.contains(",") || value.contains("\"");
        return mustQuote || random.nextBoolean() ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    @Test
    void damagedFilesNeverCrashAndEveryLineIsUsedOrNamed() throws IOException {
        for (long seed = 1; seed <= 500; seed++) {
            Random random = new Random(seed);
            byte[] content = ("a,b\n" + "1,\"x, y\"\n2,é\n".repeat(20)).getBytes(StandardCharsets.UTF_8);
            for (int n = random.nextInt(1, 20); n > 0; n--) {
                content[random.nextInt(4, content.length)] = (byte) random.nextInt();
            }
            Rejections rejections = new Rejections(OnError.SKIP);
            long used = table(content).read(rejections, IngestProgress.NONE, fields -> fields.id(0, "a"));
            assertEquals(lines(content) - 1, used + rejections.total(), "seed " + seed);
            for (RejectedLine line : rejections.listed()) {
                assertTrue(line.line() >= 2 && !line.reason().isBlank(), "seed " + seed);
            }
        }
    }

    /** Lines that are not blank. */
    private static long lines(byte[] content) {
        return Arrays.stream(new String(content, StandardCharsets.ISO_8859_1).split("\n"))
                .filter(line -> !line.isEmpty() && !line.equals("\r")).count();
    }

    private TextTable table(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("t.csv"), content);
        return new TextTable(file, StandardCharsets.UTF_8, Delimiter.COMMA, true, List.of("a", "b"));
    }
}
