package dev.marquee.cf.ratings;

import dev.marquee.cf.ingest.RatingConsumer;
import dev.marquee.common.postgres.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads all stored ratings as a stream: millions a second in constant memory, as one consistent state of the table. It
 * blocks; call it from worker threads. Thread-safe.
 */
@Singleton
public class RatingTableReader {
    private static final String COPY = "copy rating " + BinaryRows.COLUMNS + " to stdout (format binary)";

    private final DataSource database;

    public RatingTableReader(DataSource database) {
        this.database = database;
    }

    /**
     * Delivers every rating once, in no particular order.
     *
     * @return number of ratings
     * @throws IllegalStateException if the database cannot be read
     */
    public long read(RatingConsumer consumer) {
        try (Connection connection = database.getConnection()) {
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(COPY);
            try {
                return receive(copy, consumer);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The ratings could not be read: " + e.getMessage(), e);
        }
    }

    /** Whether nobody has rated anything. */
    boolean isEmpty() {
        return Sql.first(database, row -> true, "select 1 from rater limit 1").isEmpty();
    }

    private static long receive(CopyOut copy, RatingConsumer consumer) throws SQLException {
        long rows = 0;
        boolean first = true;
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            rows += BinaryRows.read(message, first, consumer);
            first = false;
        }
        return rows;
    }
}
