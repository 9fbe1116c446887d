package dev.marquee.common.jobs;

import dev.marquee.common.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * A lock that one process holds for the time of a job: PostgreSQL's session-level advisory lock. The database releases
 * it when the process dies, so a job that is marked as running while its lock is free was interrupted.
 *
 * <p>
 * Keeps one connection for as long as it is held. The database also releases it when that connection is lost, while the
 * process lives on: whoever holds it for long asks now and then whether {@link #isHeld it still does}, and checks
 * within the transaction of each write that matters that nobody else has begun meanwhile. A lock that was lost never
 * comes back. Thread-safe.
 */
public final class JobLock implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(JobLock.class);
    /** A database that does not answer for so long has lost the lock, as far as its holder may know. */
    private static final int ANSWER_MILLIS = 10_000;
    /** How the database lists the one number that is the lock: two halves, and the 1 that says so. */
    private static final String HELD = """
            select exists (select 1 from pg_locks where locktype = 'advisory' and pid = pg_backend_pid() and granted
              and objsubid = 1 and ((classid::bigint << 32) | objid::bigint) = ?)""";

    private final Connection connection;
    private final long key;
    private final int usualMillis;
    private boolean lost;

    private JobLock(Connection connection, long key) throws SQLException {
        this.connection = connection;
        this.key = key;
        this.usualMillis = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
    }

    /**
     * @param name of the kind of job; the same in all replicas
     * @return the lock, or empty where another job of this kind holds it
     * @throws IllegalStateException if the database cannot be asked
     */
    public static Optional<JobLock> tryAcquire(DataSource database, String name) {
        long key = 0x4d_61_72_71L << 32 | (name.hashCode() & 0xffff_ffffL);
        try {
            return tryAcquire(database.getConnection(), key);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot ask the database for the lock of " + name, e);
        }
    }

    private static Optional<JobLock> tryAcquire(Connection connection, long key) throws SQLException {
        try {
            JobLock lock = new JobLock(connection, key);
            boolean acquired = ask(connection, "select pg_try_advisory_lock(?)", key);
            if (!acquired) {
                lock.giveBack();
            }
            return acquired ? Optional.of(lock) : Optional.empty();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static boolean ask(Connection connection, String sql, long key) throws SQLException {
        return Sql.rows(connection, row -> row.getBoolean(1), sql, key).getFirst();
    }

    /**
     * Whether this process still holds it; asked of the database, over the lock's own connection, which keeps that from
     * being closed for want of use. Blocks, for some seconds at most.
     */
    public synchronized boolean isHeld() {
        if (!lost) {
            try {
                lost = !ask(connection, HELD, key);
            } catch (SQLException e) {
                lost = true;
            }
        }
        return !lost;
    }

    @Override
    public synchronized void close() {
        try {
            ask(connection, "select pg_advisory_unlock(?)", key);
        } catch (SQLException e) {
            lost = true;
            LOG.warnf("A job's lock was lost before its release; the database had released it already: %s",
                    e.getMessage());
        }
        try {
            giveBack();
        } catch (SQLException e) {
            LOG.debug("The connection of a job's lock could not be given back", e);
        }
    }

    private void giveBack() throws SQLException {
        try (connection) {
            if (!lost) {
                connection.setNetworkTimeout(Runnable::run, usualMillis);
            }
        }
    }
}
