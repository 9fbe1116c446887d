package dev.marquee.common.imports;

import dev.marquee.common.error.Causes;
import dev.marquee.common.error.RecommenderException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How an import ended.
 *
 * @param counts what was imported, by kind; empty unless completed
 * @param error why it did not complete, else {@code null}
 */
record ImportEnd(ImportJob.State state, Map<String, Long> counts, @Nullable String error) {
    static final String CANCELLED = "It was cancelled.";
    /**
     * Of an import whose service, or whose hold on the database, is gone: nobody can tell whether that was after its
     * commit.
     */
    static final String INTERRUPTED = "The service, or its connection to the database, ended during this import."
            + " GET /api/v1/stats tells what is there; start it again.";
    private static final String STOPPED = "The service was stopped during this import. Start it again.";
    private static final Logger LOG = Logger.getLogger(ImportEnd.class);

    static ImportEnd completed(Map<String, Long> counts) {
        return new ImportEnd(ImportJob.State.COMPLETED, counts, null);
    }

    /** Of an import that did as it was told. */
    static ImportEnd stopped(ImportRun.Stop why) {
        return switch (why) {
            case CANCELLED -> new ImportEnd(ImportJob.State.CANCELLED, Map.of(), CANCELLED);
            case LOST -> new ImportEnd(ImportJob.State.INTERRUPTED, Map.of(), INTERRUPTED);
            case SERVICE_ENDS -> new ImportEnd(ImportJob.State.INTERRUPTED, Map.of(), STOPPED);
        };
    }

    static ImportEnd failed(long id, Throwable failure) {
        return new ImportEnd(ImportJob.State.FAILED, Map.of(), reason(id, failure));
    }

    private static String reason(long id, Throwable failure) {
        if (failure instanceof RecommenderException known) {
            return known.getMessage();
        }
        Optional<Throwable> away = Causes.first(failure, ImportEnd::isDatabaseAway);
        if (away.isPresent()) {
            return "The database went away during this import: " + away.get().getMessage()
                    + " GET /api/v1/stats tells what is"
                    + " there; start it again.";
        }
        LOG.errorf(failure, "Import %d failed", id);
        return "Something went wrong that should not; nothing was imported. The log has the details: " + failure;
    }

    /** The failure of a connection, or of a server that is being stopped. */
    private static boolean isDatabaseAway(Throwable cause) {
        return cause instanceof SQLException e && e.getSQLState() != null
                && (e.getSQLState().startsWith("08") || e.getSQLState().startsWith("57P"));
    }
}
