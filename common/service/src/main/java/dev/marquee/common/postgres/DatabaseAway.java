package dev.marquee.common.postgres;

import dev.marquee.common.error.Causes;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether something failed because the database cannot be reached, does not answer, is starting or stopping, or has no connection left, whichever
 * driver and wrapper says so. Stateless.
 */
public final class DatabaseAway {
    /** Connection failures, shutting down or starting, too many connections. */
    private static final Pattern STATE = Pattern.compile("08...|57P0.|53300");
    /** How the reactive driver writes the same; it is not on this module's class path. */
    private static final Pattern STATE_IN_MESSAGE = Pattern.compile(".*\\((08...|57P0.|53300)\\).*", Pattern.DOTALL);
    private static final Set<String> OF_REACTIVE_DRIVER = Set.of("ClosedConnectionException",
            "ConnectionPoolTooBusyException", "JDBCConnectionException");

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
        String name = cause.getClass().getSimpleName();
        return cause instanceof ConnectException || cause instanceof BoundedWait.NoAnswer
                || OF_REACTIVE_DRIVER.contains(name)
                || name.equals("PgException") && STATE_IN_MESSAGE.matcher(String.valueOf(cause.getMessage())).matches();
    }
}
