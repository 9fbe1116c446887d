package dev.marquee.cf.ratings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.DataRejected;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.RejectedLine;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.common.testing.MovieData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkRatingImportTest extends RatingImportFixture {
    private List<String> reasons() {
        return skip.listed().stream().map(line -> line.file() + ":" + line.line() + ": " + line.reason()).toList();
    }

    @Test
    void fillsTheEmptyTablesAndTheirSummaries() throws IOException {
        Map<String, Long> counts = run(HEADER + "7,1,4.5,964982703\n7,2,3.0,964982000\n8,1,0.5,0\n", fail);
        assertEquals(Map.of("ratings", 3L, "users", 2L, "movies", 3L, "added", 3L), counts);
        assertEquals(List.of("7 1 4.5 964982703", "7 2 3 964982000", "8 1 0.5 null"), database.rows(ALL));
        assertEquals(List.of("7 2 7.5 964982703", "8 1 0.5 null"), database.rows(RATERS));
        assertEquals(List.of("1 2 5", "2 1 3", "3 0 0"), database.rows(MOVIES));
    }

    @Test
    void theNewTableHasTheNamesAndRulesOfTheOldOne() throws IOException {
        String names = "select conname, pg_get_constraintdef(oid) from pg_constraint"
                + " where conrelid = 'rating'::regclass order by 1";
        String indexes = "select indexname, indexdef from pg_indexes where tablename = 'rating'";
        List<String> before = database.rows(names);
        List<String> indexesBefore = database.rows(indexes);
        run(HEADER + "7,1,4.5,964982703\n", fail);
        assertEquals(before, database.rows(names));
        assertEquals(indexesBefore, database.rows(indexes));
    }

    @Test
    void mergesIntoWhatIsThere() throws IOException {
        run(HEADER + "7,1,4.5,900000000\n7,2,3.0,900000000\n8,1,2.0,900000000\n", fail);
        String untouched = "select ctid, xmin from rating where user_id = 8";
        List<String> before = database.rows(untouched);
        Map<String, Long> counts = run(HEADER + "7,2,5.0,900000001\n8,1,2.0,900000000\n9,3,1.0,900000002\n", fail);
        assertEquals(Map.of("ratings", 3L, "users", 3L, "movies", 3L, "added", 1L), counts);
        assertEquals(List.of("7 1 4.5 900000000", "7 2 5 900000001", "8 1 2 900000000", "9 3 1 900000002"),
                database.rows(ALL));
        assertEquals(List.of("7 2 9.5 900000001", "8 1 2 900000000", "9 1 1 900000002"), database.rows(RATERS));
        assertEquals(List.of("1 2 6.5", "2 1 5", "3 1 1"), database.rows(MOVIES));
        assertEquals(before, database.rows(untouched), "a rating that stays the same is not written again");
    }

    @Test
    void withoutAMoviesFileAnyMovieMayBeRated() throws IOException {
        Files.delete(folder.resolve("movies.csv"));
        assertEquals(Map.of("ratings", 1L, "users", 1L, "movies", 1L, "added", 1L), run(HEADER + "7,99,4,1\n", fail));
        assertEquals(List.of("99 1 4"), database.rows(MOVIES));
    }

    @Test
    void skipLeavesOutAndNamesBadLines() throws IOException {
        Map<String, Long> counts = run(
                HEADER + "1,1,NaN,5\n1,2,4.0,5\n1,77,4.0,5\n1,3,5.5,5\nbroken\n2,2,4.0,5\u00e9\n",
                skip);
        assertEquals(1L, counts.get("ratings"));
        assertEquals(List.of("1 2 4 5"), database.rows(ALL));
        assertEquals(List.of("ratings.csv:2: rating is NaN", "ratings.csv:4: movie 77 is not in the movies file",
                "ratings.csv:5: rating 5.5 is out of range: 0.5 to 5 in half stars are allowed",
                "ratings.csv:6: the line has 1 fields instead of 4",
                "ratings.csv:7: not valid UTF-8: byte 10 of the line is 0xE9"), reasons());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"1,1,NaN,5;rating is NaN", "1,77,4.0,5;movie 77 is not in the movies file",
            "broken;the line has 1 fields", "1,2,4.0,6;user 1 rated movie 2 already in line 2"})
    void failChangesNothingAndNamesTheLine(String line, String reason) {
        DataRejected e = assertThrows(DataRejected.class, () -> run(HEADER + "1,2,4.0,5\n" + line + "\n", fail));
        assertTrue(e.getMessage().startsWith("ratings.csv:3: " + reason), e.getMessage());
        assertNothingIsThere();
    }

    @Test
    void theFirstOfDuplicatesCounts() throws IOException {
        Map<String, Long> counts = run(HEADER + "1,2,4.0,5\n1,1,3.0,5\nbroken\n1,2,1.0,6\n2,1,2.0,5\n1,2,2.0,7\n",
                skip);
        assertEquals(3L, counts.get("ratings"));
        assertEquals(List.of("1 1 3 5", "1 2 4 5", "2 1 2 5"), database.rows(ALL));
        assertEquals(List.of("1 2 7 5", "2 1 2 5"), database.rows(RATERS));
        assertEquals(List.of("ratings.csv:4: the line has 1 fields instead of 4",
                "ratings.csv:5: user 1 rated movie 2 already in line 2",
                "ratings.csv:7: user 1 rated movie 2 already in line 2"), reasons());
        assertEquals(3, skip.total());
    }

    @Test
    void manyDuplicatesAreAllCountedAndTheFirstListed() throws IOException {
        StringBuilder ratings = new StringBuilder(HEADER);
        for (int round = 0; round < 3; round++) {
            for (int user = 1; user <= 500; user++) {
                ratings.append(user).append(",2,").append(round + 1).append(",9\n");
            }
        }
        assertEquals(500L, run(ratings.toString(), skip).get("ratings"));
        assertEquals(List.of("500 500"), database.rows("select count(*), sum(rating) from rating"));
        assertEquals(1000, skip.total());
        assertEquals(Rejections.LISTED, skip.listed().size());
        assertEquals(new RejectedLine("ratings.csv", 601, "user 100 rated movie 2 already in line 101", "100,2,2,9"),
                skip.listed().getLast());
    }

    @Test
    void anEmptyFileIsNamed() throws IOException {
        assertEquals(0L, run("", skip).get("ratings"));
        assertEquals(List.of("ratings.csv:1: the file is empty"), reasons());
        assertEquals(List.of("1 0 0", "2 0 0", "3 0 0"), database.rows(MOVIES));
        database.recreate();
        DataRejected e = assertThrows(DataRejected.class, () -> run(HEADER, fail));
        assertTrue(e.getMessage().startsWith("ratings.csv:1: the file has no line after its header"), e.getMessage());
        assertNothingIsThere();
    }

    @Test
    void aMissingColumnChangesNothing() {
        assertThrows(DataRejected.class, () -> run("userId,movieId,timestamp\n1,1,5\n", skip));
        assertNothingIsThere();
    }

    @ParameterizedTest
    @CsvSource({"ml-latest-small,100836,610,9742", "ml-100k,100000,943,1682", "ml-1m,900189,6040,3883"})
    void importsTheRealData(String name, long ratings, long users, long movies) {
        Map<String, Long> counts = new BulkRatingImport(database.source())
                .run(DatasetFolder.detect(MovieData.folder(name)), fail, IngestProgress.NONE);
        assertEquals(Map.of("ratings", ratings, "users", users, "movies", movies, "added", ratings), counts);
        assertEquals(List.of(ratings + " " + users),
                database.rows("select count(*), count(distinct user_id) from rating"));
        assertEquals(List.of(Long.toString(movies)), database.rows("select count(*) from rated_movie"));
    }
}
