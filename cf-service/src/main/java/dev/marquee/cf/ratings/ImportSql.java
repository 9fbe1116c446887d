package dev.marquee.cf.ratings;

import dev.marquee.common.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * An import's only connection, and how statements are sent over it: losing it ends the import. Transactions are the
 * caller's. Not thread-safe.
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
        Sql.execute(connection, statements);
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
        return rows(sql, row -> row.getLong(1));
    }

    /** What is made of each row. */
    <T> List<T> rows(String sql, Sql.RowReader<T> reader) throws SQLException {
        return Sql.rows(connection, reader, sql);
    }

    /** @return how many rows the statement changed */
    int update(String sql) throws SQLException {
        return Sql.update(connection, sql);
    }

    /** What is made of the one row that a query answers with. */
    <T> T one(String sql, Sql.RowReader<T> reader) throws SQLException {
        return rows(sql, reader).getFirst();
    }

    /** @param sql takes one array of ids */
    void withIds(String sql, long[] values) throws SQLException {
        Sql.update(connection, sql, (Object) values);
    }
}
