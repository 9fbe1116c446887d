package dev.marquee.common.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * Plain JDBC without its ceremony. Every call blocks: use it on worker threads. Thread-safe as far as the
 * {@link DataSource} is.
 */
public final class Sql {
    /** The driver's word for binary results from the first execution on. */
    private static final int BINARY_AT_ONCE = -1;

    private Sql() {}

    /** Work on one connection. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Makes a value of the current row. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Runs work in a transaction of its own, which is rolled back when the work throws anything.
     *
     * @throws IllegalStateException with the database's message where it refuses
     */
    public static <T> T inTransaction(DataSource database, Work<T> work) {
        try (Connection connection = database.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                connection.setAutoCommit(autoCommit);
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                undo(connection, autoCommit, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused: " + e.getMessage(), e);
        }
    }

    /** Where a connection was lost, that is what is told, not that nothing could be rolled back over it. */
    private static void undo(Connection connection, boolean autoCommit, Throwable cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** All rows of a query. */
    public static <T> List<T> rows(Connection connection, RowReader<T> reader, String sql,
            @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return read(statement, reader);
        }
    }

    /**
     * As {@link #rows(Connection, RowReader, String, Object...)}, for large {@code bytea}: they come as they are. Else
     * the first executions of a statement get them as hexadecimal text, which is twice as long and has to be written
     * and read as such.
     */
    public static <T> List<T> binaryRows(Connection connection, RowReader<T> reader, String sql,
            @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
            return read(statement, reader);
        }
    }

    private static <T> List<T> read(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(reader.read(result));
            }
        }
        return rows;
    }

    /** As {@link #rows(Connection, RowReader, String, Object...)}, in a transaction of its own. */
    public static <T> List<T> rows(DataSource database, RowReader<T> reader, String sql,
            @Nullable Object... parameters) {
        return inTransaction(database, connection -> rows(connection, reader, sql, parameters));
    }

    /** The first row of a query, if there is one. */
    public static <T> Optional<T> first(Connection connection, RowReader<T> reader, String sql,
            @Nullable Object... parameters)
            throws SQLException {
        return rows(connection, reader, sql, parameters).stream().findFirst();
    }

    /** As {@link #first(Connection, RowReader, String, Object...)}, in a transaction of its own. */
    public static <T> Optional<T> first(DataSource database, RowReader<T> reader, String sql,
            @Nullable Object... parameters) {
        return inTransaction(database, connection -> first(connection, reader, sql, parameters));
    }

    /** Statements without parameters, one after the other. */
    public static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /**
     * @return how many rows the statement changed
     */
    public static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** As {@link #update(Connection, String, Object...)}, in a transaction of its own. */
    public static int update(DataSource database, String sql, @Nullable Object... parameters) {
        return inTransaction(database, connection -> update(connection, sql, parameters));
    }

    /** A column of type timestamptz that is never null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A column of type timestamptz; {@code null} where it is null. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }
}
