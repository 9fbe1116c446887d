package dev.marquee.cf.ratings;

import dev.marquee.common.postgres.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * An import's only connection, and how statements are sent over it: losing it ends the import. Transactions are the caller's. Not
 * thread-safe.
 */
final class ImportSql {
    private final Connection connection;

    ImportSql(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The single number that a query answers with. */
    long number(String sql) throws SQLException {
        return one(sql, row -> row.getLong(1));
    }

    boolean isTrue(String condition) throws SQLException {
        return one("select " + condition, row -> row.getBoolean(1));
    }

    /** The first column of all rows. */
    List<Long> numbers(String sql) throws SQLException {
        return Sql.rows(connection, row -> row.getLong(1), sql);
    }

    /** What is made of the one row that a query answers with. */
    <T> T one(String sql, Sql.RowReader<T> reader) throws SQLException {
        return Sql.rows(connection, reader, sql).getFirst();
    }

    /** @param sql takes one array of ids */
    void withIds(String sql, long[] values) throws SQLException {
        Long[] boxed = new Long[values.length];
        for (int i = 0; i < boxed.length; i++) {
            boxed[i] = values[i];
        }
        Array ids = connection.createArrayOf("bigint", boxed);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, ids);
            statement.executeUpdate();
        } finally {
            ids.free();
        }
    }
}
