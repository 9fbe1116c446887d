package dev.marquee.common.postgres;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.pubsub.PgSubscriber;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Listens on one channel of PostgreSQL's LISTEN/NOTIFY, over a connection of its own, and connects again when the
 * connection is lost. What was sent in between is lost too, so it says each time when it has begun to listen: the
 * receiver then looks at everything afresh. The receiver is called on one thread, which is only its own, and may block
 * it.
 */
public final class NotificationListener implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(NotificationListener.class);
    private static final Duration BETWEEN_PROBES = Duration.ofSeconds(30);
    private static final long RECONNECT_MILLIS = 2_000;
    private static final long CLOSE_SECONDS = 2;

    private final Vertx vertx;
    private final PgConnectOptions database;
    private final String channel;
    private final Runnable listening;
    private final Consumer<String> message;
    private final ThreadPoolExecutor receiver;
    private final long probes;
    private volatile PgSubscriber subscriber;
    /** Owes an answer to the last probe; {@code null}: none does. */
    private volatile @Nullable PgConnection asked;
    private volatile boolean stopped;
    /** That it is tried in vain again need not be told again. */
    private volatile boolean interrupted;

    /**
     * Starts to listen; see {@link Notifications#listen}.
     *
     * @param betweenProbes how often a connection that may be silently dead is asked something
     */
    NotificationListener(Vertx vertx, PgConnectOptions database, Duration betweenProbes, String channel,
            Runnable listening, Consumer<String> message) {
        this.vertx = vertx;
        // A subscriber gives up where its first attempt fails, so that attempt goes on until it succeeds.
        this.database = new PgConnectOptions(database).setReconnectAttempts(Integer.MAX_VALUE)
                .setReconnectInterval(RECONNECT_MILLIS);
        this.channel = channel;
        this.listening = listening;
        this.message = message;
        this.receiver = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("listen-" + channel).daemon(true).factory(),
                new ThreadPoolExecutor.DiscardPolicy());
        connect();
        this.probes = vertx.setPeriodic(betweenProbes.toMillis(), timer -> probe());
    }

    static NotificationListener start(Vertx vertx, PgConnectOptions database, String channel, Runnable listening,
            Consumer<String> message) {
        return new NotificationListener(vertx, database, BETWEEN_PROBES, channel, listening, message);
    }

    private void connect() {
        PgSubscriber next = PgSubscriber.subscriber(vertx, database).reconnectPolicy(attempts -> reconnect());
        next.channel(channel).subscribeHandler(nothing -> begin(next)).handler(text -> hear(next, text));
        subscriber = next;
        next.connect();
    }

    private long reconnect() {
        warn("was interrupted");
        return RECONNECT_MILLIS;
    }

    private void warn(String what) {
        if (!interrupted) {
            interrupted = true;
            LOG.warnf("Listening on %s %s and is tried again every %d s", channel, what, RECONNECT_MILLIS / 1000);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the same one, not an equal one
    private void begin(PgSubscriber from) {
        if (stopped || from != subscriber) { // since it began to connect
            from.actualConnection().close();
            return;
        }
        if (interrupted) {
            LOG.infof("Listening on %s goes on", channel);
            interrupted = false;
        }
        tell(listening);
    }

    @SuppressWarnings("ReferenceEquality") // the same one, not an equal one
    private void hear(PgSubscriber from, String text) {
        if (from == subscriber) {
            tell(() -> message.accept(text));
        }
    }

    private void tell(Runnable news) {
        receiver.execute(() -> {
            try {
                if (!stopped) {
                    news.run();
                }
            } catch (RuntimeException e) {
                LOG.errorf(e, "What was heard on %s could not be followed", channel);
            }
        });
    }

    /** A connection that has not answered the last time is left: to close it, too, the server would have to answer. */
    @SuppressWarnings("ReferenceEquality") // the same one, not an equal one
    private void probe() {
        PgConnection connection = subscriber.actualConnection();
        if (connection == null) {
            warn("has not begun");
        } else if (connection == asked) {
            warn("was interrupted, as nothing is answered any more,");
            subscriber.close();
            connect();
        } else {
            asked = connection;
            connection.query("select 1").execute().onComplete(answer -> asked = null);
        }
    }

    /** Ends listening; returns when the connection is closed. */
    @Override
    public void close() {
        stopped = true;
        vertx.cancelTimer(probes);
        receiver.shutdown();
        try {
            subscriber.close().toCompletionStage().toCompletableFuture().get(CLOSE_SECONDS, TimeUnit.SECONDS);
            receiver.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debugf(e, "The connection that listened on %s did not end as it should", channel);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
