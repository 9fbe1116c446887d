package dev.marquee.common.postgres;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where a service hears what is sent by PostgreSQL's NOTIFY, over the database that its reactive pool uses.
 * Thread-safe.
 */
@Singleton
public final class Notifications {
    private final Vertx vertx;
    private final List<PgConnectOptions> databases;

    /** @param databases where to connect, and how; more than one where the same database has several addresses */
    public Notifications(Vertx vertx, List<PgConnectOptions> databases) {
        this.vertx = vertx;
        this.databases = List.copyOf(databases);
    }

    @Inject
    Notifications(Vertx vertx, PoolOptionsKeeper keeper, Pool pool) {
        this(vertx, keeper.optionsOf(pool));
    }

    /**
     * Starts to listen, in the background.
     *
     * @param channel a plain SQL name in small letters
     * @param listening called after each time that listening has begun; from then on no message is missed
     * @param message called with each message, in the order in which transactions took effect
     */
    public NotificationListener listen(String channel, Runnable listening, Consumer<String> message) {
        return new NotificationListener(vertx, databases, NotificationListener.Pace.USUAL, channel, listening, message);
    }
}
