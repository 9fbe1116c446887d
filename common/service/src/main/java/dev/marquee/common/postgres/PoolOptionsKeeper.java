package dev.marquee.common.postgres;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Makes the reactive pool as Quarkus does, and keeps what it connects with, for connections that no pool can give:
 * Quarkus tells it nobody else, and to read the settings again would forget some, such as those of TLS.
 *
 * <p>
 * With several URLs the pool takes them in turn, as Quarkus's own does. Credentials are those of the start: whoever
 * makes a pool gets them as a fixed list, and not what a credentials provider renews. Therefore {@link ServiceLauncher}
 * refuses one.
 */
@Singleton
class PoolOptionsKeeper implements PgPoolCreator {
    @SuppressWarnings("NullAway.Init") // by create, which Quarkus calls when the pool is used first
    private volatile List<PgConnectOptions> options;

    @Override
    public Pool create(Input input) {
        options = List.copyOf(input.pgConnectOptionsList());
        return PgDriver.INSTANCE.createPool(input.vertx(), options, input.poolOptions());
    }

    /**
     * @param pool that this has made or is yet to make: it is made when it is used first
     * @return one for each URL
     */
    List<PgConnectOptions> optionsOf(Pool pool) {
        pool.size();
        return options;
    }
}
