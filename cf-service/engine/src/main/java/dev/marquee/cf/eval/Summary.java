package dev.marquee.cf.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure over several values: of runs, or of the means of some.
 *
 * @param mean of the values
 * @param halfWidth of the 95 % confidence interval of the mean, by Student's t: the interval is mean ± halfWidth;
 *            {@code null} for a single value. Runs on folds of the same data share most of their training ratings, so
 *            it is an approximation there (Bengio, Grandvalet 2004).
 * @param values in the order of the runs
 */
public record Summary(double mean, @Nullable Double halfWidth, List<Double> values) {
    private static final double CONFIDENCE = 0.95;

    /** @param values one or more */
    public static Summary of(List<Double> values) {
        int count = values.size();
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        if (count < 2) {
            return new Summary(mean, null, List.copyOf(values));
        }
        double squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
        double error = Math.sqrt(squares / (count - 1) / count);
        return new Summary(mean, StudentT.twoSided(count - 1, CONFIDENCE) * error, List.copyOf(values));
    }
}
