package dev.marquee.common.error;

import java.time.Duration;

/**
 * Something of this service itself, such as its database, cannot serve the request now and may soon; nothing was
 * changed. The message says what is in the way.
 */
public final class TemporarilyUnavailable extends RecommenderException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * @param retryAfter when it is worth while to ask again, at least a second
     */
    public TemporarilyUnavailable(String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
