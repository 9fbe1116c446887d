package dev.marquee.common.error;

/**
 * There is no model, or no index, to answer from yet. The message says what to do.
 */
public final class ModelNotReady extends RecommenderException {

    private static final long serialVersionUID = 1L;

    public ModelNotReady(String message) {
        super(message);
    }
}
