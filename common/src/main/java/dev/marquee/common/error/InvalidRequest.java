package dev.marquee.common.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Values in a request are not acceptable.
 */
public final class InvalidRequest extends RecommenderException {

    private static final long serialVersionUID = 1L;

    private final Map<String, String> problems;

    /**
     * @param field the name of the parameter or the path of the field within the body, such as
     *            {@code ratings[3].rating}
     * @param problem what is wrong with it and what is allowed
     */
    public InvalidRequest(String field, String problem) {
        this(new TreeMap<>(Map.of(field, problem)));
    }

    /**
     * @param problems what is wrong and what is allowed, by field; at least one
     */
    public InvalidRequest(SequencedMap<String, String> problems) {
        super(problems.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining("; ")));
        this.problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }

    /** The first field that was refused. */
    public String field() {
        return problems.keySet().iterator().next();
    }

    /** What is wrong with the first field, without its name. */
    public String problem() {
        return Objects.requireNonNull(problems.get(field()));
    }

    /** What is wrong, by field, in the order of the request. */
    public Map<String, String> problems() {
        return problems;
    }
}
