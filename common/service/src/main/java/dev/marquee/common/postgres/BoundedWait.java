package dev.marquee.common.postgres;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * Bounds the wait for a database that is there and does not answer, as one behind a broken network or on a machine that
 * stands still: without it each request would wait for ever. Stateless.
 */
public final class BoundedWait {
    /** Far longer than any query of one user or one movie takes. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private BoundedWait() {}

    /** @return what the database answers; fails with {@link NoAnswer} where it does not within seconds */
    public static <T> Uni<T> of(Uni<T> answer) {
        return of(answer, LONGEST);
    }

    /** For what goes through a whole table. */
    public static <T> Uni<T> of(Uni<T> answer, Duration longest) {
        return answer.ifNoItem().after(longest).failWith(() -> new NoAnswer(longest));
    }

    /** The database did not answer in time. What it was asked to write may be written, or not. */
    static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoAnswer(Duration longest) {
            super("The database has not answered for " + longest.toSeconds() + " s");
        }
    }
}
