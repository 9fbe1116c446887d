package dev.marquee.common.error;

/**
 * The request cannot be carried out now because of something that is under way, which it names.
 */
public final class Conflict extends RecommenderException {

    private static final long serialVersionUID = 1L;

    private final String runningId;

    /**
     * @param runningId the id of the job that is in the way
     */
    public Conflict(String message, Object runningId) {
        super(message);
        this.runningId = String.valueOf(runningId);
    }

    public String runningId() {
        return runningId;
    }
}
