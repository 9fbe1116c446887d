package dev.marquee.common.postgres;

import io.vertx.sqlclient.DatabaseException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's five letters for why it refused, whichever driver tells them. Stateless. */
final class SqlStates {
    private SqlStates() {}

    /** @return {@code null} where the failure, apart from its causes, has none */
    static @Nullable String of(Throwable failure) {
        return switch (failure) {
            case SQLException blocking -> blocking.getSQLState();
            case DatabaseException reactive -> reactive.getSqlState();
            default -> null;
        };
    }
}
