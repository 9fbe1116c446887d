package dev.marquee.common.postgres;

import dev.marquee.common.error.Causes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Waits until a started server takes statements.
 */
final class Readiness {
    private static final long POLL_MILLIS = 30;
    private static final long START_SECONDS = 60;
    /** A server that was killed first repeats what it had not written yet: minutes after a large import. */
    private static final long RECOVERY_SECONDS = 600;
    private static final String NOT_YET = "57P03";
    private static final String CONNECTION = "08";
    private static final String WRONG_LOCALE = "database locale is incompatible";

    private Readiness() {}

    /** @throws IllegalStateException with the reason, if it ends or refuses instead */
    static void await(ServerProcess server, DataSource source) {
        long start = System.nanoTime();
        long patience = START_SECONDS;
        while (true) {
            if (server.ended().isDone()) {
                throw new IllegalStateException(server.lastWords());
            }
            try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("select 1");
                return;
            } catch (SQLException e) {
                String state = String.valueOf(e.getSQLState());
                if (state.equals(NOT_YET)) {
                    patience = RECOVERY_SECONDS;
                } else if (!state.startsWith(CONNECTION)) {
                    throw new IllegalStateException(refusal(e), e);
                }
            }
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(patience)) {
                throw new IllegalStateException("it took no connections within " + patience + " s: "
                        + server.lastWords());
            }
            pause();
        }
    }

    private static String refusal(SQLException e) {
        String message = Causes.told(e).replaceAll("\\s+", " ");
        return message.contains(WRONG_LOCALE)
                ? message + ". The folder was made on a machine or by a version that had this locale: generate it here"
                        + " (Debian, Ubuntu: sudo locale-gen), or start without the old data (./run --fresh, or another"
                        + " marquee.data-dir), which then depend on no locale"
                : message;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it started", e);
        }
    }
}
