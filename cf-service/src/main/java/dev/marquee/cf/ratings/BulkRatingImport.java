package dev.marquee.cf.ratings;

import dev.marquee.cf.ingest.MovieIds;
import dev.marquee.cf.ingest.RatingFile;
import dev.marquee.cf.ratings.ImportSteps.Step;
import dev.marquee.common.error.DataRejected;
import dev.marquee.common.id.LongSet;
import dev.marquee.common.imports.ConflictRule;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.Rejections;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Imports the ratings of a MovieLens folder: hundreds of thousands a second in constant memory. Lists and feedback go
 * on meanwhile. What was there stays as it was until one short transaction puts all of the file's ratings in place, so
 * that a failure, a cancellation or a killed process leaves everything as it was. Feedback that comes while an import
 * runs is decided by the same rule as that from before.
 *
 * <p>
 * It blocks; call it from worker threads. Thread-safe, but two imports at once wait for each other.
 */
@Singleton
public class BulkRatingImport {
    private static final Logger LOG = Logger.getLogger(BulkRatingImport.class);
    private static final int LOOKS = 10;

    private final DataSource database;
    private final int small;

    @Inject
    public BulkRatingImport(DataSource database) {
        this(database, NextTables.SMALL);
    }

    /** @param small how many ratings of a file are put among the others at once */
    BulkRatingImport(DataSource database, int small) {
        this.database = database;
        this.small = small;
    }

    /**
     * Imports the folder's ratings and the ids of its movies.
     *
     * @param rule what counts where somebody has rated, or taken a rating back
     * @param rejections takes the lines that are left out, and decides whether any may be
     * @return counts: ratings, users and movies of the folder; what became of its ratings: added, replaced (what was
     *         there), kept (what was there), deleted (by somebody, and so they stay)
     * @throws DataRejected if nothing was changed, saying why
     * @throws CancellationException if the progress asked to stop; nothing was changed
     * @throws IllegalStateException if the database failed; nothing was changed
     */
    public Map<String, Long> run(DatasetFolder folder, ConflictRule rule, Rejections rejections,
            IngestProgress progress) {
        RatingFile file = RatingFile.of(folder);
        ImportSteps steps = new ImportSteps(progress);
        LongSet movies = MovieIds.read(folder, rejections, steps).orElse(null);
        return alone(sql -> {
            ImportTables.watchChanges(sql);
            return load(sql, rule, file, movies, rejections, steps);
        });
    }

    /** Removes what an import left whose process was killed, unless another one runs. */
    public void clearLeft() {
        try (Connection connection = database.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            ImportSql sql = new ImportSql(connection);
            // The database may notice a moment later that a connection is gone.
            for (int look = 0; look < LOOKS; look++) {
                if (ImportTables.tryToBeOnlyOne(sql)) {
                    end(sql, autoCommit);
                    return;
                }
                PatientLock.pause();
            }
            connection.setAutoCommit(autoCommit);
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("Could not look for what a killed import left: %s", e.getMessage());
        }
    }

    /** What is done while this import is the only one. */
    private interface Work {
        Map<String, Long> run(ImportSql sql) throws SQLException;
    }

    private Map<String, Long> alone(Work work) {
        try (Connection connection = database.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            ImportSql sql = new ImportSql(connection);
            ImportTables.beOnlyOne(sql);
            try {
                ImportTables.clear(sql);
                return work.run(sql);
            } finally {
                if (!end(sql, autoCommit)) {
                    clearLeft();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The import failed in the database, nothing was changed: " + e.getMessage(),
                    e);
        }
    }

    /**
     * @return whether nothing is left; else the connection is of no more use to anybody, and the right that it had is
     *         given up
     */
    private static boolean end(ImportSql sql, boolean autoCommit) {
        try {
            sql.connection().rollback();
            ImportTables.clear(sql);
            ImportTables.letOthers(sql);
            sql.connection().setAutoCommit(autoCommit);
            return true;
        } catch (SQLException | RuntimeException e) {
            LOG.debug("The import's connection is given up; what it left is cleared over another one", e);
            try {
                sql.connection().abort(Runnable::run);
            } catch (SQLException gone) {
                LOG.debug("The import's connection is gone", gone);
            }
            return false;
        }
    }

    private Map<String, Long> load(ImportSql sql, ConflictRule rule, RatingFile file, @Nullable LongSet movies,
            Rejections rejections, ImportSteps steps) throws SQLException {
        StagingTable staging = new StagingTable(sql);
        staging.create();
        steps.begin(Step.RATINGS);
        long rows = copy(staging, file, movies, rejections, steps);
        if (rows == 0) {
            throw rejections.nothingUsable(file.path());
        }
        steps.begin(Step.INDEX);
        if (!staging.index()) {
            rows -= new DuplicateRatings(sql, file, movies).remove(rejections, steps);
            staging.index();
        }
        steps.begin(Step.SUMMARIES);
        NextTables tables = new NextTables(sql, rule, steps, small);
        long users = tables.summarise();
        long rated = movies != null
                ? movies.size()
                : sql.number("select count(distinct movie_id) from " + StagingTable.NAME);
        return tables.put(rows, movies).toMap(rows, users, rated);
    }

    private static long copy(StagingTable staging, RatingFile file, @Nullable LongSet movies,
            Rejections rejections, ImportSteps steps) throws SQLException {
        try (RatingPipe pipe = new RatingPipe(consumer -> file.read(movies, rejections, steps, consumer))) {
            return staging.fill(pipe);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The import was stopped");
        }
    }
}
