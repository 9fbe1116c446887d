package dev.marquee.cf.ratings;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The table into which ratings are copied before they are put in place: made in the import's transaction, so that it is
 * gone where that does not end well, and so that PostgreSQL with {@code wal_level=minimal} need not log its rows.
 */
final class StagingTable {
    static final String NAME = "rating_import";
    static final String INDEX = "rating_import_pkey";
    private static final String UNIQUE_VIOLATION = "23505";

    private final ImportSql sql;

    StagingTable(ImportSql sql) {
        this.sql = sql;
    }

    /** Like the real table, but without indexes: building them afterwards takes a third of the time. */
    void create() throws SQLException {
        sql.execute("create table " + NAME + " (like rating including all excluding indexes)");
    }

    /**
     * Sends all rows of the pipe.
     *
     * @return number of rows
     * @throws IllegalStateException if the database counts other rows than were read
     */
    long fill(RatingPipe pipe) throws SQLException, InterruptedException {
        // Frozen rows need no second write by a later vacuum; allowed as the table is this transaction's own.
        CopyIn copy = sql.connection().unwrap(PGConnection.class).getCopyAPI()
                .copyIn("copy " + NAME + " " + BinaryRows.COLUMNS + " from stdin (format binary, freeze)");
        try {
            RatingPipe.Block block;
            do {
                block = pipe.take();
                copy.writeToCopy(block.bytes, 0, block.length);
            } while (!pipe.done(block));
            long rows = copy.endCopy();
            if (rows != pipe.rows()) {
                throw new IllegalStateException(pipe.rows() + " ratings were read, and " + rows + " arrived");
            }
            return rows;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /**
     * Builds the index of the primary key.
     *
     * @return false where a user rated a movie twice; there is no index then
     */
    boolean index() throws SQLException {
        Connection connection = sql.connection();
        Savepoint before = connection.setSavepoint();
        try {
            sql.execute("create unique index " + INDEX + " on " + NAME + " (user_id, movie_id)");
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException e) {
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
    }
}
