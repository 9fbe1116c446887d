package dev.marquee.common.error;

/**
 * Another service did not answer and there is no sensible answer without it.
 */
public final class UpstreamUnavailable extends RecommenderException {

    private static final long serialVersionUID = 1L;

    public UpstreamUnavailable(String message) {
        super(message);
    }

    public UpstreamUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
