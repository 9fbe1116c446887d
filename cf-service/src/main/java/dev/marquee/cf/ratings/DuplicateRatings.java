package dev.marquee.cf.ratings;

import dev.marquee.cf.ingest.RatingFile;
import dev.marquee.common.error.DataRejected;
import dev.marquee.common.id.LongSet;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.LineReader;
import dev.marquee.common.ingest.Rejections;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Users who rate a movie more than once in a file. The first line counts; the others are rejections.
 *
 * <p>
 * Looking for them costs a sort of all rows, so it is done only where the unique index could not be built. Rows stand
 * in the staging table in the order of the file, as a single COPY put them there. The lines of those that are listed
 * are found by going through the file again: rows need not carry line numbers, and memory stays small however many
 * duplicates there are. Not thread-safe.
 */
final class DuplicateRatings {
    private static final String FIND = """
            create temporary table rating_duplicate on commit drop as
              select place, user_id, movie_id from (
                select ctid as place, user_id, movie_id,
                  row_number() over (partition by user_id, movie_id order by ctid) as nth
                from rating_import) numbered
              where nth > 1""";
    private static final String FIRST = "select distinct user_id, movie_id from (select user_id, movie_id"
            + " from rating_duplicate order by place limit " + Rejections.LISTED + ") first";
    private static final String DELETE = """
            delete from rating_import using rating_duplicate where rating_import.ctid = rating_duplicate.place""";

    /** A user and a movie. */
    private record Pair(long userId, long movieId) {}

    private final ImportSql sql;
    private final RatingFile file;
    private final @Nullable LongSet known;
    private final Map<Pair, @Nullable Long> firstLines = new HashMap<>();
    private long listed;

    /**
     * @param known as given to {@link RatingFile#read}
     */
    DuplicateRatings(ImportSql sql, RatingFile file, @Nullable LongSet known) {
        this.sql = sql;
        this.file = file;
        this.known = known;
    }

    /**
     * Takes all but the first rating of each user and movie out of the staging table.
     *
     * @return how many
     * @throws DataRejected naming the first, if lines may not be left out
     */
    long remove(Rejections rejections, IngestProgress progress) throws SQLException {
        sql.execute(FIND);
        for (Pair pair : sql.rows(FIRST, row -> new Pair(row.getLong(1), row.getLong(2)))) {
            firstLines.put(pair, null);
        }
        file.locate(known, progress, (user, movie, line) -> visit(user, movie, line, rejections));
        long removed = sql.update(DELETE);
        rejections.addUnlisted(removed - listed);
        return removed;
    }

    private void visit(long user, long movie, LineReader line, Rejections rejections) {
        Pair pair = new Pair(user, movie);
        if (listed >= Rejections.LISTED || !firstLines.containsKey(pair)) {
            return;
        }
        Long firstLine = firstLines.putIfAbsent(pair, line.line());
        if (firstLine != null) {
            listed++;
            line.reject(rejections, "user " + user + " rated movie " + movie + " already in line " + firstLine);
        }
    }
}
