package dev.marquee.common.error;

/**
 * A request has a larger body than is taken.
 */
public final class BodyTooLarge extends RecommenderException {

    private static final long serialVersionUID = 1L;

    public BodyTooLarge(String message) {
        super(message);
    }
}
