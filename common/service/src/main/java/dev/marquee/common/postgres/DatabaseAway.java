package dev.marquee.common.postgres;

import dev.marquee.common.error.Causes;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.regex.Pattern;

/**
 * Tells whether something failed because the database cannot be reached, does not answer, is starting or stopping, or
 * has no connection left, whichever driver and wrapper says so. Stateless.
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
        String state = SqlStates.of(cause);
        if (state != null) {
            return STATE.matcher(state).matches();
        }
        return switch (cause) {
            case SQLTransientException ended -> true;
            case SQLException refused -> String.valueOf(refused.getMessage()).contains("cquisition timeout");
            case ConnectException refused -> true;
            case ClosedConnectionException closed -> true;
            case ConnectionPoolTooBusyException busy -> true;
            case BoundedWait.NoAnswer none -> true;
            default -> cause.getClass().getSimpleName().equals(OF_HIBERNATE);
        };
    }
}
