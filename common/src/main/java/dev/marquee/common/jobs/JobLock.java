package dev.marquee.common.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * A lock that one process holds for the time of a job: PostgreSQL's session-level advisory lock. The database releases it
 * when the process dies, so a job that is marked as running while its lock is free was interrupted.
 *
 * <p>
 * Keeps one connection for as long as it is held. Thread-safe.
 */
public final class JobLock implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(JobLock.class);

    private final Connection connection;
    private final long key;

    private JobLock(Connection connection, long key) {
        this.connection = connection;
        this.key = key;
    }

    /**
     * @param name of the kind of job; the same in all replicas
     * @return the lock, or empty where another job of this kind holds it
     * @throws IllegalStateException if the database cannot be asked
     */
    public static Optional<JobLock> tryAcquire(DataSource database, String name) {
        long key = 0x4d_61_72_71L << 32 | (name.hashCode() & 0xffff_ffffL);
        try {
            Connection connection = database.getConnection();
            if (ask(connection, "select pg_try_advisory_lock(?)", key)) {
                return Optional.of(new JobLock(connection, key));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot ask the database for the lock of " + name, e);
        }
    }

    private static boolean ask(Connection connection, String sql, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    @Override
    public void close() {
        try (connection) {
            ask(connection, "select pg_advisory_unlock(?)", key);
        } catch (SQLException e) {
            LOG.warn("The job lock was lost before its release; the database had released it already", e);
        }
    }
}
