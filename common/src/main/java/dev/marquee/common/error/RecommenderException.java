package dev.marquee.common.error;

import java.util.Objects;

/**
 * A failure that Marquee can name. The message says what is wrong, where, and what to do about it; it is shown to
 * users. Sealed, so that a {@code switch} over it is checked for completeness by the compiler.
 */
public abstract sealed class RecommenderException extends RuntimeException
        permits UnknownId, InvalidRequest, Conflict, ModelNotReady, DataRejected, CorruptData, TrainingFailed,
        BodyTooLarge, TemporarilyUnavailable, UpstreamUnavailable {

    private static final long serialVersionUID = 1L;

    protected RecommenderException(String message) {
        super(message);
    }

    protected RecommenderException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Never {@code null}. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
