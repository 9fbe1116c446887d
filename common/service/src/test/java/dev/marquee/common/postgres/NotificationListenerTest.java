package dev.marquee.common.postgres;

import static dev.marquee.common.postgres.TestDatabase.execute;
import static dev.marquee.common.postgres.TestDatabase.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.harness.DatabaseExtension;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class NotificationListenerTest {
    private static final int PATIENCE_SECONDS = 60;
    private static final String LISTENERS = "select count(*) from pg_stat_activity where query = 'LISTEN \"%s\"'";

    @RegisterExtension
    static final DatabaseExtension DATABASE = DatabaseExtension.empty();

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final Semaphore listening = new Semaphore(0);

    @AfterEach
    void end() {
        vertx.close();
    }

    @Test
    void messagesOfCommittedTransactionsArriveInOrder() throws Exception {
        try (var listener = listen(DATABASE.server().port(), Duration.ofSeconds(30), "news");
                Connection connection = DATABASE.source().getConnection()) {
            awaitListening();
            connection.setAutoCommit(false);
            send(connection, "news", "never");
            connection.rollback();
            send(connection, "news", "first");
            connection.commit();
            send(connection, "news", "second");
            connection.commit();
            assertNext("first");
            assertNext("second");
        }
    }

    @Test
    void aLostConnectionIsReplacedAndSaidSo() throws Exception {
        try (var listener = listen(DATABASE.server().port(), Duration.ofSeconds(30), "others");
                Connection connection = DATABASE.source().getConnection()) {
            awaitListening();
            Sql.rows(connection, row -> null,
                    "select pg_terminate_backend(pid) from pg_stat_activity where query = 'LISTEN \"others\"'");
            awaitListening();
            send(connection, "others", "after");
            assertNext("after");
        }
    }

    @Test
    void aConnectionThatIsSilentlyDeadIsReplacedAndSaidSo() throws Exception {
        try (SilentProxy proxy = new SilentProxy();
                var listener = listen(proxy.port(), Duration.ofMillis(500), "far");
                Connection connection = DATABASE.source().getConnection()) {
            proxy.leadTo(DATABASE.server().port());
            awaitListening();
            proxy.fallSilent();
            listening.drainPermits();
            awaitListening();
            send(connection, "far", "after");
            assertNext("after");
        }
    }

    @Test
    void aServerThatIsStartedAgainIsHeardAgain(@TempDir Path folder) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.in(folder.resolve("db"));
                var listener = listen(server.port(), Duration.ofSeconds(30), "again")) {
            awaitListening();
            ServerHolder.server(folder.resolve("db")).destroyForcibly();
            awaitListening();
            execute(server, "notify again, 'after'");
            assertNext("after");
        }
    }

    @Test
    void aServerThatIsNotThereYetIsHeardWhenItIs(@TempDir Path folder) throws Exception {
        try (SilentProxy proxy = new SilentProxy();
                var listener = listen(proxy.port(), Duration.ofSeconds(30), "early");
                EmbeddedPostgres server = EmbeddedPostgres.in(folder.resolve("db"))) {
            proxy.leadTo(server.port());
            awaitListening();
            execute(server, "notify early, 'after'");
            assertNext("after");
        }
    }

    @Test
    void whatAReceiverThrowsOrTakesTimeForKeepsNothingFromComing() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        try (var listener = DATABASE.notifications().listen("slow", listening::release, text -> {
            await(goOn);
            messages.add(text);
            throw new IllegalStateException("of a test");
        }); Connection connection = DATABASE.source().getConnection()) {
            awaitListening();
            send(connection, "slow", "first");
            send(connection, "slow", "second");
            goOn.countDown();
            assertNext("first");
            assertNext("second");
        }
    }

    @Test
    void whoStopsListensNoMore() throws Exception {
        NotificationListener listener = listen(DATABASE.server().port(), Duration.ofSeconds(30), "short");
        awaitListening();
        String listeners = LISTENERS.replace("%s", "short");
        assertEquals("1", query(DATABASE.server(), listeners));
        listener.close();
        for (int i = 0; i < 100 * PATIENCE_SECONDS && !query(DATABASE.server(), listeners).equals("0"); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertEquals("0", query(DATABASE.server(), listeners));
        listener.close();
    }

    private NotificationListener listen(int port, Duration betweenProbes, String channel) {
        return new NotificationListener(vertx, new PgConnectOptions().setHost("127.0.0.1").setPort(port)
                .setDatabase("postgres").setUser("postgres").setPassword("postgres"), betweenProbes, channel,
                listening::release, messages::add);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitListening() throws InterruptedException {
        assertTrue(listening.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS), "listening did not begin");
    }

    private void assertNext(String message) throws InterruptedException {
        assertEquals(message, messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    private static void send(Connection connection, String channel, String message) throws SQLException {
        Sql.rows(connection, row -> null, "select pg_notify(?, ?)", channel, message);
    }
}
