package dev.marquee.cf.ratings;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * What an import has in the database while it runs: tables of its own, a trigger that tells what others change
 * meanwhile, and the right to be the only one. The right is a lock of the import's own connection, so that whoever has
 * lost it cannot do anything any more.
 */
final class ImportTables {
    private static final String TRIGGER = "rating_changed";
    private static final String ONLY_ONE = "772, 1";
    private static final String DROP = "drop table if exists " + StagingTable.NAME
            + ", rating_next, rater_next, rated_movie_next, rating_old, rater_old, rated_movie_old";
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(2);

    private ImportTables() {}

    /**
     * Waits for the end of an earlier import whose service was killed, which the database may notice late.
     *
     * @throws IllegalStateException if that does not end
     */
    static void beOnlyOne(ImportSql sql) throws SQLException {
        long giveUp = System.nanoTime() + LONGEST_NANOS;
        while (!tryToBeOnlyOne(sql)) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException(
                        "The database is still busy with an earlier import; nothing was changed. Try"
                                + " again later.");
            }
            PatientLock.pause();
        }
        lookAfterClient(sql, 2000);
    }

    /**
     * Else the database goes on with a long statement although this process is gone. Old and odd ones cannot; no harm
     * is done.
     */
    private static void lookAfterClient(ImportSql sql, int everyMillis) throws SQLException {
        try {
            sql.execute("set client_connection_check_interval = " + everyMillis);
            sql.connection().commit();
        } catch (SQLException e) {
            sql.connection().rollback();
        }
    }

    static boolean tryToBeOnlyOne(ImportSql sql) throws SQLException {
        boolean only = sql.isTrue("pg_try_advisory_lock(" + ONLY_ONE + ")");
        sql.connection().commit();
        return only;
    }

    static void letOthers(ImportSql sql) throws SQLException {
        lookAfterClient(sql, 0);
        sql.execute("drop table if exists " + ChangedRatings.DECIDED, "select pg_advisory_unlock(" + ONLY_ONE + ")");
        sql.connection().commit();
    }

    /** From its end on, all that others change is told. */
    static void watchChanges(ImportSql sql) throws SQLException {
        PatientLock.run(sql, () -> sql.execute("create trigger " + TRIGGER
                + " after insert or update or delete on rating for each row execute function rating_changed()"),
                () -> {});
    }

    /** Removes all that an import left, ended or killed. */
    static void clear(ImportSql sql) throws SQLException {
        String watched = "exists (select from pg_trigger where tgrelid = 'rating'::regclass and tgname = '" + TRIGGER
                + "')";
        if (sql.isTrue(watched)) {
            PatientLock.run(sql, () -> sql.execute("drop trigger " + TRIGGER + " on rating"), () -> {});
        }
        sql.execute(DROP, "delete from rating_change");
        sql.connection().commit();
    }
}
