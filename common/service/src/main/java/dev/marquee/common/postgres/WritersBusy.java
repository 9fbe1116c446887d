package dev.marquee.common.postgres;

import dev.marquee.common.error.Causes;
import dev.marquee.common.error.TemporarilyUnavailable;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Set;

/**
 * Tells writers that failed because others write: there were too many, or one of them kept a lock for too long.
 * Stateless.
 */
public final class WritersBusy {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    /** Of the library that bounds how many write and how long; it is not on this module's class path. */
    private static final Set<String> OF_BOUNDS = Set.of("BulkheadException", "TimeoutException");

    private WritersBusy() {}

    /**
     * @param who keeps the writer waiting, as a sentence
     * @return fails with {@link TemporarilyUnavailable} where others were in the way
     */
    public static <T> Uni<T> told(Uni<T> written, String who) {
        return written.onFailure(WritersBusy::caused).transform(failure -> new TemporarilyUnavailable(who
                + " This may not be stored: try again in a moment. What is sent twice counts once.",
                Duration.ofSeconds(1), failure));
    }

    private static boolean caused(Throwable failure) {
        return Causes.first(failure, cause -> OF_BOUNDS.contains(cause.getClass().getSimpleName())
                || LOCK_NOT_AVAILABLE.equals(SqlStates.of(cause)))
                .isPresent();
    }
}
