package dev.marquee.cf.ratings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.common.imports.ConflictRule;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.Rejections;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Imports from a folder of a few movies into a fresh database. */
abstract class RatingImportFixture {
    static final String HEADER = "userId,movieId,rating,timestamp\n";
    static final String ALL = "select user_id, movie_id, rating, extract(epoch from rated_at)::bigint"
            + " from rating order by 1, 2";
    static final String RATERS = "select user_id, rating_count, rating_sum,"
            + " extract(epoch from last_rated_at)::bigint from rater order by 1";
    static final String MOVIES = "select movie_id, rating_count, rating_sum from rated_movie order by 1";

    @RegisterExtension
    static final RatingDatabase DATABASE = new RatingDatabase();

    @TempDir
    Path folder;

    final Rejections skip = new Rejections(OnError.SKIP);
    final Rejections fail = new Rejections(OnError.FAIL);

    @BeforeEach
    void tables() throws IOException {
        DATABASE.recreate();
        Files.writeString(folder.resolve("movies.csv"),
                "movieId,title,genres\n1,A (2000),Drama\n2,B (2000),Drama\n3,C (2000),Drama\n");
    }

    Map<String, Long> run(String ratings, Rejections rejections) throws IOException {
        return run(ratings, rejections, IngestProgress.NONE);
    }

    Map<String, Long> run(String ratings, Rejections rejections, IngestProgress progress) throws IOException {
        Files.writeString(folder.resolve("ratings.csv"), ratings, StandardCharsets.ISO_8859_1);
        return new BulkRatingImport(DATABASE.source()).run(DatasetFolder.detect(folder), ConflictRule.NEWER, rejections,
                progress);
    }

    /** Of an import, in the order in which it tells them. */
    static Map<String, Long> counts(long ratings, long users, long movies, long added, long replaced, long kept,
            long deleted) {
        return Map.of("ratings", ratings, "users", users, "movies", movies, "added", added, "replaced", replaced,
                "kept",
                kept, "deleted", deleted);
    }

    /** Only the tables of a service that imports nothing are there, and nobody is told of changes. */
    void assertNothingIsLeft() {
        assertEquals(List.of("rated_movie", "rater", "rating", "rating_change", "rating_deleted"),
                DATABASE.rows("select tablename from pg_tables where schemaname = 'public' order by 1"));
        assertEquals(List.of("0"), DATABASE.rows("select count(*) from rating_change"));
        assertEquals(List.of(), DATABASE.rows("select tgname from pg_trigger where not tgisinternal"));
    }

    void assertNothingIsThere() {
        assertEquals(List.of(), DATABASE.rows(ALL));
        assertEquals(List.of(), DATABASE.rows(RATERS));
        assertEquals(List.of(), DATABASE.rows(MOVIES));
        assertNothingIsLeft();
    }
}
