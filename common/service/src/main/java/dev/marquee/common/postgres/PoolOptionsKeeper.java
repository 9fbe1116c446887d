package dev.marquee.common.postgres;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;

/**
 * Makes the reactive pool as Quarkus does, and keeps what it connects with, for connections that no pool can give:
 * Quarkus tells it nobody else, and to read the settings again would forget some, such as those of TLS.
 */
@Singleton
class PoolOptionsKeeper implements PgPoolCreator {
    @SuppressWarnings("NullAway.Init") // by create, which Quarkus calls when the pool is used first
    private volatile PgConnectOptions first;

    @Override
    public Pool create(Input input) {
        first = input.pgConnectOptionsList().getFirst();
        return PgDriver.INSTANCE.createPool(input.vertx(), input.pgConnectOptionsList(), input.poolOptions());
    }

    /** @param pool that this has made or is yet to make: it is made when it is used first */
    PgConnectOptions optionsOf(Pool pool) {
        pool.size();
        return first;
    }
}
