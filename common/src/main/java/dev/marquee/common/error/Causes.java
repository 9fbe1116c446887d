package dev.marquee.common.error;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is behind a failure, however often it was wrapped. Stateless.
 */
public final class Causes {
    /** Far deeper than failures are wrapped; a cycle of causes ends here. */
    private static final int DEEPEST = 20;

    private Causes() {}

    /** The first that is wanted: the failure itself, its cause, the cause of that and so on. */
    public static Optional<Throwable> first(Throwable failure, Predicate<Throwable> wanted) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (wanted.test(cause)) {
                return Optional.of(cause);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** What a failure says of itself; what kind of failure it is, where it says nothing. */
    public static String told(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getName() : message;
    }
}
