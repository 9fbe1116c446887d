package dev.marquee.common.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.harness.DatabaseExtension;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqlTest {
    @RegisterExtension
    static final DatabaseExtension DATABASE = DatabaseExtension.empty();

    private final DataSource database = DATABASE.source();

    @BeforeEach
    void table() {
        Sql.inTransaction(database, connection -> {
            Sql.execute(connection, "drop table if exists thing",
                    "create table thing (id bigint generated always as identity primary key, name text)");
            return null;
        });
    }

    private long insert(String name) {
        return Sql.rows(database, row -> row.getLong(1), "insert into thing (name) values (?) returning id", name)
                .getFirst();
    }

    private List<String> names() {
        return Sql.rows(database, row -> row.getString(1), "select name from thing order by id");
    }

    @Test
    void theFirstRowIsOfferedWhereThereIsOne() {
        assertEquals(Optional.empty(), Sql.first(database, row -> row.getString(1), "select name from thing"));
        insert("a");
        long second = insert("b");
        assertEquals(Optional.of("b"),
                Sql.first(database, row -> row.getString(1), "select name from thing where id = ?", second));
    }

    @Test
    void idsGoAsOneParameter() {
        long first = insert("a");
        insert("b");
        long third = insert("c");
        assertEquals(2, Sql.update(database, "delete from thing where id = any(?)", (Object) new long[]{first, third}));
        assertEquals(List.of("b"), names());
    }

    @Test
    void whatThrowsChangesNothing() {
        assertThrows(ArithmeticException.class, () -> Sql.inTransaction(database, connection -> {
            Sql.update(connection, "insert into thing (name) values ('never')");
            throw new ArithmeticException("stop");
        }));
        assertEquals(List.of(), names());
    }

    @Test
    void aLostConnectionIsToldAndNotWhatCouldNotBeDoneOverIt() {
        Exception told = assertThrows(IllegalStateException.class, () -> Sql.rows(database, row -> null,
                "select pg_terminate_backend(pg_backend_pid())"));
        assertEquals("57P01", assertInstanceOf(SQLException.class, told.getCause()).getSQLState());
        assertTrue(DatabaseAway.caused(told));
    }
}
