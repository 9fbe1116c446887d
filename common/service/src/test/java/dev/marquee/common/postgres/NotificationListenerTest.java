package dev.marquee.common.postgres;

import static dev.marquee.common.postgres.TestDatabase.execute;
import static dev.marquee.common.postgres.TestDatabase.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.harness.DatabaseExtension;
import dev.marquee.common.postgres.NotificationListener.Pace;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
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
    private static final Pace USUAL = Pace.USUAL;
    private static final Pace QUICK = new Pace(Duration.ofSeconds(1), Duration.ofMillis(50));
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
        try (var listener = listen(DATABASE.server().port(), USUAL, "news");
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
        try (var listener = listen(DATABASE.server().port(), USUAL, "others");
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
                var listener = listen(proxy.port(), QUICK, "far");
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

    /** As a frozen server, or a proxy whose way on is lost. */
    @Test
    void aServerThatSaysNothingAtAllIsLeftAndTriedAgain() throws Exception {
        try (SilentProxy proxy = new SilentProxy(); SaidLines said = SaidLines.of(NotificationListener.class)) {
            proxy.leadTo(DATABASE.server().port());
            proxy.beMute();
            try (var listener = listen(proxy.port(), QUICK, "mute");
                    Connection connection = DATABASE.source().getConnection()) {
                awaitComers(proxy, 2);
                proxy.fallSilent();
                awaitListening();
                send(connection, "mute", "after");
                assertNext("after");
            }
            assertEquals(1, said.containing("does not answer").size(), said::toString);
        }
    }

    @Test
    void ofSeveralAddressesTheNextIsTried() throws Exception {
        try (SilentProxy closed = new SilentProxy();
                var listener = listen(List.of(at(closed.port()), at(DATABASE.server().port())), QUICK, "several")) {
            awaitListening();
            assertEquals(1, closed.came());
        }
    }

    @Test
    void whyNothingIsHeardIsToldOnceInEachOutage() throws Exception {
        try (SilentProxy proxy = new SilentProxy(); SaidLines said = SaidLines.of(NotificationListener.class)) {
            proxy.leadTo(DATABASE.server().port());
            try (var listener = listen(List.of(at(proxy.port()).setUser("nobody")), QUICK, "refused")) {
                awaitComers(proxy, 4);
            }
            assertEquals(1, said.containing("\"nobody\"").size(), said::toString);
        }
    }

    @Test
    void anOutageIsToldAnewWhenAllWasWellInBetween() throws Exception {
        try (SaidLines said = SaidLines.of(NotificationListener.class);
                var listener = listen(DATABASE.server().port(), QUICK, "twice");
                Connection connection = DATABASE.source().getConnection()) {
            for (int outage = 1; outage <= 2; outage++) {
                awaitListening();
                Sql.rows(connection, row -> null,
                        "select pg_terminate_backend(pid) from pg_stat_activity where query like 'LISTEN \"twice\"'");
            }
            awaitListening();
            assertEquals(2, said.containing("Nothing is heard on twice").size(), said::toString);
            assertEquals(2, said.containing("goes on").size(), said::toString);
        }
    }

    /** As on a standby; a name without a letter is refused everywhere. */
    @Test
    void aServerThatRefusesToListenIsToldOfOnceAndTriedAgain() throws Exception {
        try (SilentProxy proxy = new SilentProxy(); SaidLines said = SaidLines.of("")) {
            proxy.leadTo(DATABASE.server().port());
            try (var listener = listen(proxy.port(), QUICK, "")) {
                awaitComers(proxy, 4);
            }
            assertEquals(1, said.containing("delimited identifier").size(), said::toString);
        }
    }

    @Test
    void whoStopsWhileThereIsNoServerTriesNoMore() throws Exception {
        try (SilentProxy proxy = new SilentProxy()) {
            NotificationListener listener = listen(proxy.port(), QUICK, "nowhere");
            awaitComers(proxy, 3);
            listener.close();
            TimeUnit.MILLISECONDS.sleep(100);
            int came = proxy.came();
            TimeUnit.MILLISECONDS.sleep(500);
            assertEquals(came, proxy.came());
        }
    }

    @Test
    void aServerThatIsStartedAgainIsHeardAgain(@TempDir Path folder) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.in(folder.resolve("db"));
                var listener = listen(server.port(), USUAL, "again")) {
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
                var listener = listen(proxy.port(), USUAL, "early");
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
        NotificationListener listener = listen(DATABASE.server().port(), USUAL, "short");
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

    private NotificationListener listen(int port, Pace pace, String channel) {
        return listen(List.of(at(port)), pace, channel);
    }

    private NotificationListener listen(List<PgConnectOptions> databases, Pace pace, String channel) {
        return new NotificationListener(vertx, databases, pace, channel, listening::release, messages::add);
    }

    private static PgConnectOptions at(int port) {
        return new PgConnectOptions().setHost("127.0.0.1").setPort(port).setDatabase("postgres").setUser("postgres")
                .setPassword("postgres");
    }

    /** Until that many more have come than now. */
    private static void awaitComers(SilentProxy proxy, int more) throws InterruptedException {
        int enough = proxy.came() + more;
        for (int i = 0; i < 100 * PATIENCE_SECONDS && proxy.came() < enough; i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertTrue(proxy.came() >= enough, "it was not tried again");
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
