package dev.marquee.common.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Listens on one channel of PostgreSQL's LISTEN/NOTIFY, on a thread and a connection of its own, and connects again when the
 * connection is lost. What was sent in between is lost too, so it says each time when it has begun to listen: the receiver then
 * looks at everything afresh.
 */
public final class NotificationListener implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(NotificationListener.class);
    private static final int POLL_MILLIS = 500;
    /** A connection that is silently dead is found out by asking something over it. */
    private static final int POLLS_BETWEEN_PROBES = 60;
    private static final long RECONNECT_SECONDS = 2;

    private final DataSource database;
    private final String channel;
    private final Runnable listening;
    private final Consumer<String> message;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    /** Only the thread's: that it is tried in vain again need not be told again. */
    private boolean interrupted;

    /**
     * Starts to listen.
     *
     * @param channel a plain SQL name
     * @param listening called after each time that listening has begun; from then on no message is missed
     * @param message called with each message, in the order in which transactions took effect; it must be quick
     */
    public NotificationListener(DataSource database, String channel, Runnable listening, Consumer<String> message) {
        this.database = database;
        this.channel = channel;
        this.listening = listening;
        this.message = message;
        this.thread = Thread.ofPlatform().name("listen-" + channel).daemon(true).start(this::run);
    }

    private void run() {
        while (stopped.getCount() > 0) {
            try (Connection connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                if (stopped.getCount() > 0 && !interrupted) {
                    LOG.warnf("Listening on %s was interrupted and is tried again every %d s: %s", channel,
                            RECONNECT_SECONDS, e.getMessage());
                    interrupted = true;
                }
            }
            pause();
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + channel);
            if (interrupted) {
                LOG.infof("Listening on %s goes on", channel);
                interrupted = false;
            }
            listening.run();
            PGConnection server = connection.unwrap(PGConnection.class);
            for (int polls = 1; stopped.getCount() > 0; polls++) {
                PGNotification[] received = server.getNotifications(POLL_MILLIS);
                for (PGNotification notification : received == null ? new PGNotification[0] : received) {
                    message.accept(notification.getParameter());
                }
                if (polls % POLLS_BETWEEN_PROBES == 0) {
                    statement.execute("select 1");
                }
            }
            statement.execute("unlisten " + channel);
        }
    }

    private void pause() {
        try {
            stopped.await(RECONNECT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }

    /** Ends listening; returns when the connection is given back. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(RECONNECT_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
