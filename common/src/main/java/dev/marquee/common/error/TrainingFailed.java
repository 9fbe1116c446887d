package dev.marquee.common.error;

/**
 * A training could not produce a usable model: it diverged, or the data do not allow it. The message names the epoch
 * and the option to change.
 */
public final class TrainingFailed extends RecommenderException {

    private static final long serialVersionUID = 1L;

    public TrainingFailed(String message) {
        super(message);
    }

    public TrainingFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
