package dev.marquee.cf.ratings;

import dev.marquee.common.error.TemporarilyUnavailable;
import java.time.Duration;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Tells whether a write failed because others write: there were too many, or one of them kept a lock for too long. Stateless.
 */
public final class WritersBusy {
    /** How the reactive driver writes PostgreSQL's lock_not_available. */
    private static final String LOCK_NOT_AVAILABLE = "(55P03)";
    private static final int DEEPEST = 20;

    private WritersBusy() {}

    public static boolean caused(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof BulkheadException || cause instanceof TimeoutException
                    || String.valueOf(cause.getMessage()).contains(LOCK_NOT_AVAILABLE)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** What to tell whoever wanted to write. */
    public static TemporarilyUnavailable told(Throwable failure) {
        return new TemporarilyUnavailable(
                "Others are writing ratings, and this was not stored in time. Try again; a rating that is"
                        + " sent twice counts once.",
                Duration.ofSeconds(1), failure);
    }
}
