package dev.marquee.cf.ratings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.marquee.common.imports.ConflictRule;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.Rejections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RatingTableReaderPropertyTest {
    @RegisterExtension
    static final RatingDatabase DATABASE = new RatingDatabase();

    @TempDir
    Path folder;

    @Test
    void whatWasImportedOrWrittenIsRead() throws IOException {
        RatingTableReader reader = new RatingTableReader(DATABASE.source());
        for (long seed = 1; seed <= 10; seed++) {
            DATABASE.recreate();
            TreeMap<String, String> expected = new TreeMap<>();
            importRandom(new Random(seed), expected);
            DATABASE.execute("insert into rating values (1, 9000000000, 2.5, '1969-12-31 23:59:58.5Z')");
            expected.put("1 9000000000", "2.5 -2");
            TreeMap<String, String> read = new TreeMap<>();
            long rows = reader.read((user, movie, stars, seconds) -> read.put(user + " " + movie,
                    stars + " " + seconds));
            assertEquals(expected, read, "seed " + seed);
            assertEquals(expected.size(), rows, "seed " + seed);
        }
    }

    private void importRandom(Random random, Map<String, String> expected) throws IOException {
        StringBuilder csv = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int i = random.nextInt(1, 20_000); i > 0; i--) {
            long user = random.nextLong(1, 1L << random.nextInt(1, 50));
            long movie = random.nextLong(1, 200_000);
            float stars = random.nextInt(1, 11) / 2f;
            long seconds = random.nextInt(5) == 0 ? 0 : random.nextLong(1, 0xFFFF_FFFFL);
            if (expected.putIfAbsent(user + " " + movie, stars + " " + seconds) == null) {
                csv.append(user).append(',').append(movie).append(',').append(stars).append(',').append(seconds)
                        .append('\n');
            }
        }
        Files.writeString(folder.resolve("ratings.csv"), csv);
        new BulkRatingImport(DATABASE.source()).run(DatasetFolder.detect(folder), ConflictRule.NEWER,
                new Rejections(OnError.SKIP),
                IngestProgress.NONE);
    }

    @Test
    void aConsumerThatFailsLeavesTheConnectionUsable() {
        DATABASE.recreate();
        DATABASE.execute("insert into rating select n, 1, 4 from generate_series(1, 100000) n");
        RatingTableReader reader = new RatingTableReader(DATABASE.source());
        assertThrows(ArithmeticException.class, () -> reader.read((user, movie, stars, seconds) -> {
            throw new ArithmeticException("stop");
        }));
        assertEquals(100_000, reader.read((user, movie, stars, seconds) -> {}));
    }
}
