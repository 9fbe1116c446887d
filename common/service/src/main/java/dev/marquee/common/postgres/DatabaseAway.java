package dev.marquee.common.postgres;

import dev.marquee.common.error.Causes;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.regex.Pattern;

/**
 * Tells whether something failed because the database cannot be reached, does not answer, is starting or stopping, or has no connection left, whichever
 * driver and wrapper says so. Stateless.
 */
public final class DatabaseAway {
    /** Connection failures, shutting down or starting, too many connections. */
    private static final Pattern STATE = Pattern.compile("08...|57P0.|53300");
    /** Of Hibernate, which is not on this module's class path. */
    private static final String OF_HIBERNATE = "JDBCConnectionException";

    private DatabaseAway() {}

    public static boolean caused(Throwable failure) {
        return Causes.first(failure, DatabaseAway::says).isPresent();
    }

    private static boolean says(Throwable cause) {
        if (cause instanceof SQLException sql) {
            return sql.getSQLState() == null
                    ? sql instanceof SQLTransientException
                            || String.valueOf(sql.getMessage()).contains("cquisition timeout")
                    : STATE.matcher(sql.getSQLState()).matches();
        }
        if (cause instanceof DatabaseException reactive) {
            return reactive.getSqlState() != null && STATE.matcher(reactive.getSqlState()).matches();
        }
        return cause instanceof ConnectException || cause instanceof ClosedConnectionException
                || cause instanceof ConnectionPoolTooBusyException
                || cause instanceof BoundedWait.NoAnswer || cause.getClass().getSimpleName().equals(OF_HIBERNATE);
    }
}
