package dev.marquee.cf.ratings;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
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
        return numbers(sql).getFirst();
    }

    boolean isTrue(String sql) throws SQLException {
        return number("select (" + sql + ")::int") == 1;
    }

    /** The first column. */
    List<Long> numbers(String sql) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }

    /** What is done with the one row of a query. */
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    void row(String sql, RowReader reader) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            reader.read(row);
        }
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
