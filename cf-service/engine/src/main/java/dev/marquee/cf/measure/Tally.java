package dev.marquee.cf.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/**
 * Measures by user: what their means are made of, and what two models can be compared by user by user. Models that are
 * judged by the same ratings have tallies of the same users and counts.
 *
 * @param users ids, each once; {@link #NOBODY} for all whom the matrix does not have
 * @param counts how many ratings or lists of each
 * @param sums of each measure, by user; {@code rmse} has the squares of errors
 * @param unit what is counted: {@code ratings} or {@code lists}
 */
public record Tally(long[] users, int[] counts, SequencedMap<String, double[]> sums, String unit) {
    /** Stands for users without an id. */
    public static final long NOBODY = Long.MIN_VALUE;
    private static final String ROOT = "rmse";

    public Tally {
        sums = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sums));
    }

    /** Whether a measure is the root of a mean. */
    public static boolean isRoot(String measure) {
        return measure.startsWith(ROOT);
    }

    /** The same with other names for its measures. */
    public Tally renamed(UnaryOperator<String> name) {
        LinkedHashMap<String, double[]> renamed = new LinkedHashMap<>();
        sums.forEach((measure, values) -> renamed.put(name.apply(measure), values));
        return new Tally(users, counts, renamed, unit);
    }
}
