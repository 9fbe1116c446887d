package dev.marquee.common.postgres;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/**
 * Where a service hears what is sent by PostgreSQL's NOTIFY, over the database that its reactive pool uses.
 * Thread-safe.
 */
@Singleton
public final class Notifications {
    private final Vertx vertx;
    private final PgConnectOptions database;

    /** @param database where to connect, and how */
    public Notifications(Vertx vertx, PgConnectOptions database) {
        this.vertx = vertx;
        this.database = database;
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
        return NotificationListener.start(vertx, database, channel, listening, message);
    }
}
