package dev.marquee.common.error;

/**
 * Something that was asked for by its id does not exist.
 */
public final class UnknownId extends RecommenderException {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String id;

    /**
     * @param kind what was looked for, as a word for people: "movie", "user", "model"
     */
    public UnknownId(String kind, Object id) {
        super("There is no " + kind + " with id " + id + ".");
        this.kind = kind;
        this.id = String.valueOf(id);
    }

    public String kind() {
        return kind;
    }

    public String id() {
        return id;
    }
}
