package dev.marquee.common.error;

/**
 * A value in a request is not acceptable.
 */
public final class InvalidRequest extends RecommenderException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;

    /**
     * @param field the name of the parameter or the path of the field within the body, such as {@code ratings[3].rating}
     * @param problem what is wrong with it and what is allowed
     */
    public InvalidRequest(String field, String problem) {
        super(field + ": " + problem);
        this.field = field;
        this.problem = problem;
    }

    public String field() {
        return field;
    }

    /** What is wrong, without the field's name. */
    public String problem() {
        return problem;
    }
}
