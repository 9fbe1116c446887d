package dev.marquee.cf.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.RejectedLine;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.common.ingest.ReleaseFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RatingFilePropertyTest {
    @TempDir
    Path folder;

    private record Row(long user, long movie, float stars, long seconds) {
        String line(ReleaseFormat format) {
            String rating = format == ReleaseFormat.CSV
                    ? String.format(Locale.ROOT, "%.1f", stars)
                    : stars == (int) stars ? Integer.toString((int) stars) : Float.toString(stars);
            String between = switch (format) {
                case CSV -> ",";
                case ML_100K -> "\t";
                case ML_1M, ML_10M -> "::";
            };
            return user + between + movie + between + rating + between + seconds;
        }
    }

    private static List<Row> randomRows(ReleaseFormat format, Random random) {
        List<Row> rows = new ArrayList<>();
        for (int i = random.nextInt(1, 200); i > 0; i--) {
            float stars = format.halfStars() ? random.nextInt(1, 11) / 2f : random.nextInt(1, 6);
            rows.add(new Row(random.nextLong(1, 1L << random.nextInt(1, 60)), random.nextLong(1, 300_000), stars,
                    random.nextInt(0, Integer.MAX_VALUE)));
        }
        return rows;
    }

    private static byte[] written(ReleaseFormat format, List<Row> rows, Random random) {
        StringBuilder text = new StringBuilder(format.header() ? "userId,movieId,rating,timestamp\n" : "");
        String end = random.nextBoolean() ? "\n" : "\r\n";
        rows.forEach(row -> text.append(row.line(format)).append(end));
        if (random.nextBoolean()) {
            text.setLength(text.length() - end.length());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<Row> read(ReleaseFormat format, byte[] content, Rejections rejections) throws IOException {
        Path file = Files.write(folder.resolve("ratings"), content);
        List<Row> rows = new ArrayList<>();
        long count = new RatingFile(file, format).read(null, rejections, IngestProgress.NONE,
                (user, movie, stars, seconds) -> rows.add(new Row(user, movie, stars, seconds)));
        assertEquals(count, rows.size());
        return rows;
    }

    @ParameterizedTest
    @EnumSource(ReleaseFormat.class)
    void whatIsWrittenIsReadBack(ReleaseFormat format) throws IOException {
        for (long seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            List<Row> rows = randomRows(format, random);
            byte[] content = written(format, rows, random);
            assertEquals(rows, read(format, content, new Rejections(OnError.FAIL)), "seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource(ReleaseFormat.class)
    void damageNeverCrashesAndOnlyTheDamagedLinesAreLost(ReleaseFormat format) throws IOException {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            List<Row> rows = randomRows(format, random);
            byte[] content = written(format, rows, random);
            int begin = format.header() ? 32 : 0;
            int damages = random.nextInt(1, 6);
            for (int i = 0; i < damages; i++) {
                content[random.nextInt(begin, content.length)] = (byte) random.nextInt();
            }
            Rejections rejections = new Rejections(OnError.SKIP);
            List<Row> read = read(format, content, rejections);
            for (RejectedLine line : rejections.listed()) {
                assertTrue(line.line() > 0 && !line.reason().isBlank(), "seed " + seed);
            }
            rows.removeAll(read);
            // A damaged end of line joins two lines; every other damage touches one.
            assertTrue(rows.size() <= 2 * damages, "seed " + seed + " lost " + rows);
            assertEquals(lines(content) - (format.header() ? 1 : 0), read.size() + rejections.total(), "seed " + seed);
        }
    }

    /** Lines that are not blank. */
    private static long lines(byte[] content) {
        return Arrays.stream(new String(content, StandardCharsets.ISO_8859_1).split("\n"))
                .filter(line -> !line.isEmpty() && !line.equals("\r")).count();
    }
}
