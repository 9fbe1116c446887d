package dev.marquee.common.error;

/**
 * A file or a batch of input was refused; nothing of it was kept.
 */
public final class DataRejected extends RecommenderException {

    private static final long serialVersionUID = 1L;

    public DataRejected(String message) {
        super(message);
    }

    public DataRejected(String message, Throwable cause) {
        super(message, cause);
    }
}
