package dev.marquee.cf.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.DataRejected;
import dev.marquee.common.id.LongSet;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.common.ingest.ReleaseFormat;
import dev.marquee.common.testing.MovieData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingFileTest {
    private static final String HEADER = "userId,movieId,rating,timestamp\n";

    @TempDir
    Path folder;

    private final Rejections rejections = new Rejections(OnError.SKIP);

    private List<String> read(ReleaseFormat format, String content, LongSet known) throws IOException {
        Path file = Files.writeString(folder.resolve("ratings"), content, StandardCharsets.ISO_8859_1);
        List<String> rows = new ArrayList<>();
        new RatingFile(file, format).read(known, rejections, IngestProgress.NONE,
                (user, movie, stars, seconds) -> rows.add(user + " " + movie + " " + stars + " " + seconds));
        return rows;
    }

    private String reason(int index) {
        return rejections.listed().get(index).line() + ": " + rejections.listed().get(index).reason();
    }

    @Test
    void readsEachRelease() throws IOException {
        assertEquals(List.of("196 242 3.0 881250949"), read(ReleaseFormat.ML_100K, "196\t242\t3\t881250949\n", null));
        assertEquals(List.of("1 661 3.0 0"), read(ReleaseFormat.ML_1M, "1::661::3::0\n", null));
        assertEquals(List.of("1 122 4.5 838985046"), read(ReleaseFormat.ML_10M, "1::122::4.5::838985046\n", null));
        assertEquals(List.of("1 2 0.5 9", "3 4 5.0 8"),
                read(ReleaseFormat.CSV, "movieId,userId,timestamp,rating\r\n2,1,9,0.5\r\n4,\"3\",8,5.0", null));
        assertEquals(0, rejections.total());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = ';', value = {"NaN;rating is NaN", "nan;rating is NaN",
            "0;rating 0 is out of range", "0.0;rating 0.0 is out of range", "5.5;rating 5.5 is out of range",
            "-1;rating -1 is out of range", "1e9;rating 1e9 is out of range", "3.7;rating 3.7 is not on the scale",
            "3.25;rating 3.25 is not on the scale", "Infinity;rating Infinity is out of range",
            "four;rating 'four' is not a number", "``;rating '' is not a number", "4,5;the line has 5 fields",
            "99999999999999999999;rating 99999999999999999999 is out of range"})
    void namesWhatIsWrongWithTheStars(String rating, String expected) throws IOException {
        List<String> rows = read(ReleaseFormat.CSV, HEADER + "1,2,4.0,9\n1,3," + rating + ",9\n1,4,3.50,9\n", null);
        assertEquals(List.of("1 2 4.0 9", "1 4 3.5 9"), rows);
        assertEquals(1, rejections.total());
        assertTrue(reason(0).startsWith("3: " + expected), reason(0));
    }

    @ParameterizedTest
    @CsvSource({"0.5", "4.5", "0", "6"})
    void wholeStarsAreTheScaleOf1M(String rating) throws IOException {
        assertEquals(List.of(), read(ReleaseFormat.ML_1M, "1::2::" + rating + "::9\n", null));
        assertTrue(reason(0).endsWith("out of range: 1 to 5 in whole stars are allowed"), reason(0));
    }

    @Test
    void namesWhatIsWrongWithTheOtherFields() throws IOException {
        LongSet known = new LongSet();
        known.add(2);
        read(ReleaseFormat.CSV, HEADER + "1,2,3\n0,2,3,9\n1,-2,3,9\nx,2,3,9\n1,7,3,9\n1,2,3,\n1,2,3,1493848402000\n"
                + "1,2,3,9\u00e9\n1,2,3,9\n", known);
        List<String> expected = List.of("2: the line has 3 fields instead of 4",
                "3: userId must be a whole number from 1 on, is '0'",
                "4: movieId must be a whole number from 1 on, is '-2'",
                "5: userId must be a whole number from 1 on, is 'x'", "6: movie 7 is not in the movies file",
                "7: timestamp must be whole seconds since 1970, is ''",
                "8: timestamp 1493848402000 is too large for seconds since 1970 (are they milliseconds?)",
                "9: not valid UTF-8: byte 8 of the line is 0xE9");
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < rejections.listed().size(); i++) {
            reasons.add(reason(i));
        }
        assertEquals(expected, reasons);
    }

    @Test
    void aMissingColumnIsRefused() {
        DataRejected e = assertThrows(DataRejected.class,
                () -> read(ReleaseFormat.CSV, "userId,movieId,rating\n", null));
        assertTrue(e.getMessage().contains("there is no column timestamp"), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"ml-latest-small,100836,9742", "ml-100k,100000,1682", "ml-1m,900189,3883"})
    void readsTheRealDataWithoutARejection(String name, long ratings, int movies) {
        DatasetFolder data = DatasetFolder.detect(MovieData.folder(name));
        Rejections none = new Rejections(OnError.FAIL);
        LongSet known = MovieIds.read(data, none, IngestProgress.NONE).orElseThrow();
        assertEquals(movies, known.size());
        long[] sum = new long[1];
        long count = RatingFile.of(data).read(known, none, IngestProgress.NONE,
                (user, movie, stars, seconds) -> sum[0]++);
        assertEquals(ratings, count);
        assertEquals(ratings, sum[0]);
    }
}
