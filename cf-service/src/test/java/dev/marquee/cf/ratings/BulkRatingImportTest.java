package dev.marquee.cf.ratings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.DataRejected;
import dev.marquee.common.imports.ConflictRule;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.RejectedLine;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.common.testing.MovieData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        assertEquals(counts(3, 2, 3, 3, 0, 0, 0), counts);
        assertEquals(List.of("7 1 4.5 964982703", "7 2 3 964982000", "8 1 0.5 null"), DATABASE.rows(ALL));
        assertEquals(List.of("7 2 7.5 964982703", "8 1 0.5 null"), DATABASE.rows(RATERS));
        assertEquals(List.of("1 2 5", "2 1 3", "3 0 0"), DATABASE.rows(MOVIES));
    }

    @Test
    void theNewTableHasTheNamesAndRulesOfTheOldOne() throws IOException {
        String names = "select conname, pg_get_constraintdef(oid) from pg_constraint"
                + " where conrelid = 'rating'::regclass order by 1";
        String indexes = "select indexname, indexdef from pg_indexes where tablename = 'rating'";
        List<String> before = DATABASE.rows(names);
        List<String> indexesBefore = DATABASE.rows(indexes);
        run(HEADER + "7,1,4.5,964982703\n", fail);
        assertEquals(before, DATABASE.rows(names));
        assertEquals(indexesBefore, DATABASE.rows(indexes));
    }

    @Test
    void mergesIntoWhatIsThere() throws IOException {
        run(HEADER + "7,1,4.5,900000000\n7,2,3.0,900000000\n8,1,2.0,900000000\n", fail);
        String untouched = "select ctid, xmin from rating where user_id = 8";
        List<String> before = DATABASE.rows(untouched);
        Map<String, Long> counts = run(HEADER + "7,2,5.0,900000001\n8,1,2.0,900000000\n9,3,1.0,900000002\n", fail);
        assertEquals(counts(3, 3, 3, 1, 1, 1, 0), counts);
        assertEquals(List.of("7 1 4.5 900000000", "7 2 5 900000001", "8 1 2 900000000", "9 3 1 900000002"),
                DATABASE.rows(ALL));
        assertEquals(List.of("7 2 9.5 900000001", "8 1 2 900000000", "9 1 1 900000002"), DATABASE.rows(RATERS));
        assertEquals(List.of("1 2 6.5", "2 1 5", "3 1 1"), DATABASE.rows(MOVIES));
        assertEquals(before, DATABASE.rows(untouched), "a rating that stays the same is not written again");
    }

    @Test
    void withoutAMoviesFileAnyMovieMayBeRated() throws IOException {
        Files.delete(folder.resolve("movies.csv"));
        assertEquals(counts(1, 1, 1, 1, 0, 0, 0), run(HEADER + "7,99,4,1\n", fail));
        assertEquals(List.of("99 1 4"), DATABASE.rows(MOVIES));
    }

    @Test
    void skipLeavesOutAndNamesBadLines() throws IOException {
        Map<String, Long> counts = run(
                HEADER + "1,1,NaN,5\n1,2,4.0,5\n1,77,4.0,5\n1,3,5.5,5\nbroken\n2,2,4.0,5\u00e9\n",
                skip);
        assertEquals(1L, counts.get("ratings"));
        assertEquals(List.of("1 2 4 5"), DATABASE.rows(ALL));
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
        assertEquals(List.of("1 1 3 5", "1 2 4 5", "2 1 2 5"), DATABASE.rows(ALL));
        assertEquals(List.of("1 2 7 5", "2 1 2 5"), DATABASE.rows(RATERS));
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
        assertEquals(List.of("500 500"), DATABASE.rows("select count(*), sum(rating) from rating"));
        assertEquals(1000, skip.total());
        assertEquals(Rejections.LISTED, skip.listed().size());
        assertEquals(new RejectedLine("ratings.csv", 601, "user 100 rated movie 2 already in line 101", "100,2,2,9"),
                skip.listed().getLast());
    }

    private String refusal(String ratings, Rejections rejections) {
        String refusal = assertThrows(DataRejected.class, () -> run(ratings, rejections)).getMessage();
        assertNothingIsThere();
        return refusal;
    }

    private String nothingOf(String file, String first) {
        return "No line of " + folder.resolve(file) + " can be used. The first one: " + first
                + ". Nothing was imported."
                + " Look whether this is the right file, whether it is whole, and whether the other files of its folder"
                + " belong to it.";
    }

    @Test
    void anEmptyFileIsNamed() {
        assertEquals(nothingOf("ratings.csv", "ratings.csv:1: the file is empty"), refusal("", skip));
        assertEquals("ratings.csv:1: the file has no line after its header. Nothing was imported; put the whole file"
                + " there.", refusal(HEADER, fail));
        assertEquals("ratings.csv:1: the file is empty. Nothing was imported; put the whole file there.",
                refusal("", fail));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "1,77,4,5;ratings.csv:2: movie 77 is not in the movies file: 1,77,4,5",
            "1 1 4 5;ratings.csv:2: the line has 1 fields instead of 4: 1 1 4 5",
            "1,1,5,4.0;ratings.csv:2: timestamp must be whole seconds since 1970, is '4.0': 1,1,5,4.0",
            "1,1,964982703,4;ratings.csv:2: rating 964982703 is out of range: 0.5 to 5 in half stars are allowed:"
                    + " 1,1,964982703,4"})
    void anImportOfWhichNothingCanBeUsedFails(String line, String first) {
        assertEquals(nothingOf("ratings.csv", first), refusal(HEADER + line + "\n" + line + "\n", skip));
        assertEquals(2, skip.total());
    }

    @Test
    void swappedFilesFail() throws IOException {
        String movies = Files.readString(folder.resolve("movies.csv"));
        Files.writeString(folder.resolve("movies.csv"), HEADER + "1,1,4,5\n");
        String refusal = refusal(movies, skip);
        assertTrue(refusal.startsWith("movies.csv:1: there is no column title: userId,movieId,rating,timestamp"),
                refusal);
    }

    @Test
    void swappedFilesWithoutHeadersFail() throws IOException {
        Files.delete(folder.resolve("movies.csv"));
        Files.writeString(folder.resolve("users.dat"), "");
        Files.writeString(folder.resolve("movies.dat"), "1::1::5::978300760\n");
        Files.writeString(folder.resolve("ratings.dat"), "1::Cafe (1999)::Drama\n");
        String refusal = assertThrows(DataRejected.class, () -> new BulkRatingImport(DATABASE.source())
                .run(DatasetFolder.detect(folder), ConflictRule.NEWER, skip, IngestProgress.NONE)).getMessage();
        assertEquals(nothingOf("movies.dat",
                "movies.dat:1: the line has 4 fields instead of 3: 1::1::5::978300760"), refusal);
        assertNothingIsThere();
    }

    @Test
    void emptyMoviesAreWhatIsBlamedAndNotTheRatings() throws IOException {
        Files.writeString(folder.resolve("movies.csv"), "");
        assertEquals(nothingOf("movies.csv", "movies.csv:1: the file is empty"), refusal(HEADER + "1,1,4,5\n", skip));
    }

    @Test
    void aRatingIsNotBlamedForTheLineOfItsMovie() throws IOException {
        Files.writeString(folder.resolve("movies.csv"),
                "movieId,title,genres\n1,A (2000),Drama\n2,B (2000)\n3,C\u00e9,Drama\n",
                StandardCharsets.ISO_8859_1);
        assertEquals(1L, run(HEADER + "1,1,4,5\n1,2,3,5\n1,3,4,5\n1,77,4,5\n", skip).get("ratings"));
        assertEquals(List.of("movies.csv:3: the line has 2 fields instead of 3",
                "movies.csv:4: not valid UTF-8: byte 4 of the line is 0xE9",
                "ratings.csv:3: the line of movie 2 in the movies file was left out",
                "ratings.csv:4: the line of movie 3 in the movies file was left out",
                "ratings.csv:5: movie 77 is not in the movies file"), reasons());
        assertEquals(List.of(
                "Of the 3 lines of movies.csv only 1 could be used. Look whether it is the right file.",
                "1 of the lines of movies.csv that were left out are not UTF-8. If the file is in another encoding, save"
                        + " it as UTF-8 and import again.",
                "Of the 4 lines of ratings.csv only 1 could be used. Look whether it is the right file.",
                "2 lines were left out because the line of their movie in the movies file was.",
                "1 lines were left out because their movie is not in the movies file."), skip.notes());
    }

    @Test
    void saysWhatMakesAFileThatReadsWellUseless() throws IOException {
        Files.delete(folder.resolve("movies.csv"));
        run(HEADER + "1,1,4,0\n1,2,4,5\n2,1,4,4000000000\n", fail);
        assertEquals(List.of("There is no movies file in " + folder + ": ratings of any movie were taken.",
                "All ratings of ratings.csv are 4.0 stars: no model can learn from them what anybody likes better.",
                "1 of the 3 ratings of ratings.csv have no time (timestamp 0).",
                "1 of the 3 ratings of ratings.csv are dated in the future."), fail.notes());
        assertEquals(List.of(), skip.notes());
    }

    @Test
    void aFileOf1MWithoutItsUsersIsReadAsWhatItIs() throws IOException {
        Files.delete(folder.resolve("movies.csv"));
        Files.writeString(folder.resolve("movies.dat"), "5::Caf\u00e9 (1999)::Drama\n6::Tea (2000)::Drama\n",
                StandardCharsets.ISO_8859_1);
        Files.writeString(folder.resolve("ratings.dat"), "8::5::5::978300760\n8::6::3.5::978300760\n");
        assertEquals(1L, new BulkRatingImport(DATABASE.source())
                .run(DatasetFolder.detect(folder), ConflictRule.NEWER, skip, IngestProgress.NONE).get("ratings"));
        assertEquals(List.of("8 5 5 978300760"), DATABASE.rows(ALL));
        assertEquals(List.of("ratings.dat:2: rating 3.5 is out of range: 1 to 5 in whole stars are allowed"),
                reasons());
    }

    @Test
    void aMissingColumnChangesNothing() {
        assertThrows(DataRejected.class, () -> run("userId,movieId,timestamp\n1,1,5\n", skip));
        assertNothingIsThere();
    }

    @ParameterizedTest
    @CsvSource({"ml-latest-small,100836,610,9742", "ml-100k,100000,943,1682", "ml-1m,900189,6040,3883"})
    void importsTheRealData(String name, long ratings, long users, long movies) {
        Map<String, Long> counts = new BulkRatingImport(DATABASE.source())
                .run(DatasetFolder.detect(MovieData.folder(name)), ConflictRule.NEWER, fail, IngestProgress.NONE);
        assertEquals(counts(ratings, users, movies, ratings, 0, 0, 0), counts);
        assertEquals(List.of(ratings + " " + users),
                DATABASE.rows("select count(*), count(distinct user_id) from rating"));
        assertEquals(List.of(Long.toString(movies)), DATABASE.rows("select count(*) from rated_movie"));
    }
}
