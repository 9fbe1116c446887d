package dev.marquee.cf.ratings;

import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Transactions that need a table for themselves for a moment. Whoever waits for such a lock makes all others wait that
 * come later, so it is asked for again and again, and each time but for a moment: a training that reads all ratings may
 * hold the table for a minute, and lists go on meanwhile.
 */
final class PatientLock {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int WAIT_MILLIS = 50;
    private static final int PAUSE_MILLIS = 500;
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(30);

    /** What is done in the transaction. */
    interface Work {
        void run() throws SQLException;
    }

    private PatientLock() {}

    /**
     * Runs the work in a transaction and commits it.
     *
     * @param work asks for its locks first
     * @param meanwhile is done between two tries
     * @throws IllegalStateException if others do not let go of the table for half an hour
     */
    static void run(ImportSql sql, Work work, Work meanwhile) throws SQLException {
        long giveUp = System.nanoTime() + LONGEST_NANOS;
        boolean superuser = sql.isTrue("current_setting('is_superuser') = 'on'");
        while (true) {
            try {
                sql.execute("set local lock_timeout = " + WAIT_MILLIS);
                if (superuser) {
                    // A vacuum gives way to whoever has waited for so long, but not to others.
                    sql.execute("set local deadlock_timeout = " + WAIT_MILLIS / 5);
                }
                work.run();
                sql.connection().commit();
                return;
            } catch (SQLException e) {
                sql.connection().rollback();
                if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                    throw e;
                }
            }
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("Others have used the table of ratings for half an hour without a"
                        + " pause; nothing was changed. See pg_stat_activity for who it is.");
            }
            pause();
            meanwhile.run();
        }
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The import was stopped");
        }
    }
}
