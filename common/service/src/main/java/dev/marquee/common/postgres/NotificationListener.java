package dev.marquee.common.postgres;

import dev.marquee.common.error.Causes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
 *
 * <p>
 * Nothing is waited for without end: an attempt is given up, and the next one made, when two probes in a row find that
 * it has not come to listen, or that the last one was not answered. Vert.x itself bounds only the connect of TCP.
 */
public final class NotificationListener implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(NotificationListener.class);
    private static final long CLOSE_SECONDS = 2;

    /**
     * How it keeps its time.
     *
     * @param betweenProbes how often a connection that may be silently dead is asked something
     * @param beforeRetry how long after a failure it connects again
     */
    record Pace(Duration betweenProbes, Duration beforeRetry) {
        static final Pace USUAL = new Pace(Duration.ofSeconds(30), Duration.ofSeconds(2));
    }

    private final Vertx vertx;
    private final List<PgConnectOptions> databases;
    private final Pace pace;
    private final String channel;
    private final Runnable listening;
    private final Consumer<String> message;
    private final ThreadPoolExecutor receiver;
    private final long probes;
    /** How many have failed; an attempt is told by this number, so that it fails once, and is heard no more then. */
    private int failed;
    /** Listens now; {@code null}: none does. */
    private @Nullable PgConnection connection;
    /** A probe has come since this attempt began or the last answer came. */
    private boolean probed;
    /** Why nothing is heard; each reason is told once. Empty while all is well. */
    private final Set<String> reasons = new HashSet<>();
    private long retry;
    private volatile boolean stopped;

    /**
     * Starts to listen; see {@link Notifications#listen}.
     *
     * @param databases where to connect; after a failure the next one is tried
     */
    NotificationListener(Vertx vertx, List<PgConnectOptions> databases, Pace pace, String channel,
            Runnable listening, Consumer<String> message) {
        this.vertx = vertx;
        this.databases = databases.stream().map(database -> bounded(database, pace)).toList();
        this.pace = pace;
        this.channel = channel;
        this.listening = listening;
        this.message = message;
        this.receiver = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("listen-" + channel).daemon(true).factory(),
                new ThreadPoolExecutor.DiscardPolicy());
        this.probes = vertx.setPeriodic(pace.betweenProbes.toMillis(), timer -> probe());
        connect();
    }

    /**
     * It is tried again here, where a stop ends that, and not by Vert.x. What still waits for the server's first word
     * when it is given up can be closed in no other way.
     */
    private static PgConnectOptions bounded(PgConnectOptions database, Pace pace) {
        PgConnectOptions bounded = new PgConnectOptions(database).setReconnectAttempts(0)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        bounded.setReadIdleTimeout(Math.toIntExact(2 * pace.betweenProbes.toMillis()));
        return bounded;
    }

    private synchronized void connect() {
        if (!stopped) {
            int attempt = failed;
            probed = false;
            PgConnection.connect(vertx, databases.get(attempt % databases.size()))
                    .onSuccess(made -> listen(made, attempt)).onFailure(cause -> fail(attempt, Causes.told(cause)));
        }
    }

    private void listen(PgConnection made, int attempt) {
        made.notificationHandler(notification -> hear(notification.getPayload(), attempt));
        made.exceptionHandler(cause -> fail(attempt, Causes.told(cause)));
        made.closeHandler(closed -> fail(attempt, "the connection was lost"));
        made.query("LISTEN \"" + channel + "\"").execute().onSuccess(done -> begin(made, attempt))
                .onFailure(cause -> {
                    fail(attempt, Causes.told(cause));
                    made.close();
                });
    }

    private synchronized void begin(PgConnection made, int attempt) {
        if (stopped || attempt != failed) {
            made.close();
            return;
        }
        connection = made;
        probed = false;
        if (!reasons.isEmpty()) {
            LOG.infof("Listening on %s goes on", channel);
            reasons.clear();
        }
        tell(listening);
    }

    private synchronized void fail(int attempt, String reason) {
        if (stopped || attempt != failed) {
            return;
        }
        failed++;
        probed = false;
        if (connection != null) {
            connection.close();
            connection = null;
        }
        if (reasons.add(reason)) {
            LOG.warnf("Nothing is heard on %s, and connecting is tried again %d s after each failure: %s", channel,
                    pace.beforeRetry.toSeconds(), reason);
        }
        retry = vertx.setTimer(pace.beforeRetry.toMillis(), timer -> connect());
    }

    private synchronized void hear(String text, int attempt) {
        if (attempt == failed) {
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

    private synchronized void probe() {
        int attempt = failed;
        if (probed) {
            fail(attempt, "the server does not answer");
            return;
        }
        probed = true;
        if (connection != null) {
            connection.query("select 1").execute().onSuccess(answer -> answered(attempt));
        }
    }

    private synchronized void answered(int attempt) {
        if (attempt == failed) {
            probed = false;
        }
    }

    /** Ends listening; returns when the connection is closed. */
    @Override
    public void close() {
        Future<Void> closed = stop();
        receiver.shutdown();
        try {
            closed.toCompletionStage().toCompletableFuture().get(CLOSE_SECONDS, TimeUnit.SECONDS);
            receiver.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debugf(e, "The connection that listened on %s did not end as it should", channel);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Future<Void> stop() {
        stopped = true;
        vertx.cancelTimer(probes);
        vertx.cancelTimer(retry);
        Future<Void> closed = connection == null ? Future.succeededFuture() : connection.close();
        connection = null;
        return closed;
    }
}
