package dev.marquee.common.error;

/**
 * Stored data failed its checksum or has an impossible shape.
 */
public final class CorruptData extends RecommenderException {

    private static final long serialVersionUID = 1L;

    public CorruptData(String message) {
        super(message);
    }

    public CorruptData(String message, Throwable cause) {
        super(message, cause);
    }
}
