package dev.marquee.common.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class NotificationListenerTest {
    private static EmbeddedPostgres server;
    private static PGSimpleDataSource database;

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final Semaphore listening = new Semaphore(0);

    @BeforeAll
    static void start() {
        server = EmbeddedPostgres.temporary();
        database = new PGSimpleDataSource();
        database.setUrl(server.jdbcUrl());
        database.setUser(server.user());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void messagesOfCommittedTransactionsArriveInOrder() throws Exception {
        try (var listener = new NotificationListener(database, "news", listening::release, messages::add);
                Connection connection = database.getConnection()) {
            awaitListening();
            connection.setAutoCommit(false);
            send(connection, "never");
            connection.rollback();
            send(connection, "first");
            connection.commit();
            send(connection, "second");
            connection.commit();
            assertEquals("first", messages.poll(20, TimeUnit.SECONDS));
            assertEquals("second", messages.poll(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void aLostConnectionIsReplacedAndSaidSo() throws Exception {
        try (var listener = new NotificationListener(database, "others", listening::release, messages::add);
                Connection connection = database.getConnection()) {
            awaitListening();
            execute(connection, "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen others'");
            awaitListening();
            send(connection, "after");
            assertEquals("after", messages.poll(20, TimeUnit.SECONDS));
        }
    }

    private void awaitListening() throws InterruptedException {
        assertTrue(listening.tryAcquire(20, TimeUnit.SECONDS), "listening did not begin");
    }

    private static void send(Connection connection, String message) throws SQLException {
        execute(connection,
                "select pg_notify('" + (message.equals("after") ? "others" : "news") + "', '" + message + "')");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
