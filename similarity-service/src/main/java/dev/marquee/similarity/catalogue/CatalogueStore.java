package dev.marquee.similarity.catalogue;

import dev.marquee.common.imports.ConflictRule;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.similarity.movie.Movie;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.sql.DataSource;

/**
 * The catalogue as a whole: read and written in bulk. Blocks; call it from worker threads. Thread-safe.
 */
@Singleton
public class CatalogueStore {
    private final DataSource database;

    public CatalogueStore(DataSource database) {
        this.database = database;
    }

    /** All movies, by ascending id, as of one moment. */
    public List<Movie> all() {
        return inTransaction(Connection.TRANSACTION_REPEATABLE_READ,
                connection -> new CatalogueReader(connection).all());
    }

    /** Those of these movies that exist, by ascending id, as of one moment. */
    public List<Movie> some(Collection<Long> movieIds) {
        return inTransaction(Connection.TRANSACTION_REPEATABLE_READ,
                connection -> new CatalogueReader(connection).some(movieIds));
    }

    /**
     * Stores the movies of a file; others stay. All of it takes effect when {@code last} runs the commit that it is
     * given; if it fails before, or does not run it, nothing does.
     *
     * @param rule what counts of movies that somebody changed or deleted
     * @param last takes what the catalogue will be, and the commit, which it runs at most once, on any thread
     * @return what became of the movies: added, replaced, kept, deleted
     * @throws java.util.concurrent.CancellationException when the progress says to stop; nothing was changed
     */
    public Map<String, Long> write(Collection<Movie> movies, ConflictRule rule, ChangeSender sender,
            IngestProgress progress, BiConsumer<List<Movie>, Runnable> last) {
        // Not repeatable read: that would fix what is seen before the lock is had, and so before others are done.
        return inTransaction(Connection.TRANSACTION_READ_COMMITTED, connection -> {
            Map<String, Long> counts = new CatalogueWriter(connection, progress).write(movies, rule, sender);
            progress.report("index", 0, 0, 0);
            last.accept(new CatalogueReader(connection).all(), () -> commit(connection));
            return counts;
        });
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** What the work did not commit is rolled back. */
    private <T> T inTransaction(int isolation, Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(isolation);
            try {
                return work.on(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The catalogue could not be read or written: " + e.getMessage(), e);
    }
}
