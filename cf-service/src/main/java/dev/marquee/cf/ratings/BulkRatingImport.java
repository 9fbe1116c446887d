package dev.marquee.cf.ratings;

import dev.marquee.cf.ingest.MovieIds;
import dev.marquee.cf.ingest.RatingFile;
import dev.marquee.cf.ratings.ImportSteps.Step;
import dev.marquee.common.error.DataRejected;
import dev.marquee.common.id.LongSet;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.Rejections;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;

/**
 * Imports the ratings of a MovieLens folder: hundreds of thousands a second in constant memory, and all in one
 * transaction, so that a failure, a cancellation or a killed process leaves everything as it was.
 *
 * <p>
 * Into an empty table the new one is put by renaming; otherwise ratings are merged, and the imported one counts. It
 * blocks; call it from worker threads. Thread-safe, but two imports at once wait for each other.
 */
@Singleton
public class BulkRatingImport {
    private final DataSource database;

    public BulkRatingImport(DataSource database) {
        this.database = database;
    }

    /**
     * Imports the folder's ratings and the ids of its movies.
     *
     * @param rejections takes the lines that are left out, and decides whether any may be
     * @return counts: ratings, users and movies of the folder; added, those ratings that were new
     * @throws DataRejected if nothing was changed, saying why
     * @throws CancellationException if the progress asked to stop; nothing was changed
     * @throws IllegalStateException if the database failed; nothing was changed
     */
    public Map<String, Long> run(DatasetFolder folder, Rejections rejections, IngestProgress progress) {
        RatingFile file = RatingFile.of(folder);
        ImportSteps steps = new ImportSteps(progress);
        LongSet movies = MovieIds.read(folder, rejections, steps).orElse(null);
        try (Connection connection = database.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                Map<String, Long> counts = load(connection, file, movies, rejections, steps);
                steps.begin(Step.COMMIT);
                connection.commit();
                return counts;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The import failed in the database, nothing was changed: " + e.getMessage(),
                    e);
        }
    }

    private static Map<String, Long> load(Connection connection, RatingFile file, LongSet movies,
            Rejections rejections, ImportSteps steps) throws SQLException {
        StagingTable staging = new StagingTable(connection);
        staging.create();
        steps.begin(Step.RATINGS);
        long rows = copy(staging, file, movies, rejections, steps);
        if (rows == 0) {
            throw rejections.nothingUsable(file.path());
        }
        steps.begin(Step.INDEX);
        if (!staging.index()) {
            rows -= new DuplicateRatings(connection, file, movies).remove(rejections, steps);
            staging.index();
        }
        return putInPlace(new ImportTransaction(connection), rows, movies, steps);
    }

    private static long copy(StagingTable staging, RatingFile file, LongSet movies, Rejections rejections,
            ImportSteps steps) throws SQLException {
        try (RatingPipe pipe = new RatingPipe(consumer -> file.read(movies, rejections, steps, consumer))) {
            return staging.fill(pipe);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The import was stopped");
        }
    }

    private static Map<String, Long> putInPlace(ImportTransaction tables, long rows, LongSet movies,
            ImportSteps steps) throws SQLException {
        steps.begin(Step.SUMMARIES);
        tables.summarise();
        steps.begin(Step.IN_PLACE);
        boolean empty = tables.lockAndCheckEmpty();
        long before = tables.number("select coalesce(sum(rating_count), 0) from rater");
        if (movies != null) {
            tables.know(movies.toArray());
        }
        if (empty) {
            tables.replace();
        } else {
            tables.merge();
        }
        tables.analyzeSummaries();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("ratings", rows);
        counts.put("users", tables.number("select count(*) from rater_import"));
        counts.put("movies", movies != null
                ? movies.size()
                : tables.number("select count(*) from rated_movie_import"));
        counts.put("added", tables.number("select coalesce(sum(rating_count), 0) from rater") - before);
        return counts;
    }
}
