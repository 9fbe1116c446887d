package dev.marquee.cf.eval;

import dev.marquee.cf.measure.Tally;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares one measure of two models user by user. The difference of the means is a ratio Σ dᵤ / Σ nᵤ of sums over
 * users, dᵤ the differences of user u's nᵤ ratings or lists added up; its standard error is that of a ratio estimator
 * (Cochran 1977, 2.11 and 9.5), √(U/(U-1) · Σ (dᵤ - nᵤ·d)²) / Σ nᵤ. So ratings of one user, and the same ones in
 * several runs, do not count as if they were independent. The difference of two roots is that of their squares by their
 * sum. Not thread-safe.
 */
final class PairedUsers {
    private static final double CONFIDENCE = 0.95;

    private final String measure;
    private final Map<Long, double[]> byUser = new HashMap<>();
    private double sum;
    private double otherSum;
    private long count;
    private @Nullable String unit;

    PairedUsers(String measure) {
        this.measure = measure;
    }

    /**
     * Adds a run of both.
     *
     * @throws IllegalArgumentException if they were not judged by the same
     */
    void add(Tally tally, Tally other) {
        if (!Arrays.equals(tally.users(), other.users()) || !Arrays.equals(tally.counts(), other.counts())) {
            throw new IllegalArgumentException("The models were judged by other ratings: " + measure);
        }
        double[] sums = Objects.requireNonNull(tally.sums().get(measure));
        double[] otherSums = Objects.requireNonNull(other.sums().get(measure));
        for (int i = 0; i < sums.length; i++) {
            double[] of = byUser.computeIfAbsent(tally.users()[i], user -> new double[2]);
            of[0] += sums[i] - otherSums[i];
            of[1] += tally.counts()[i];
            sum += sums[i];
            otherSum += otherSums[i];
            count += tally.counts()[i];
        }
        unit = tally.unit();
    }

    int users() {
        return byUser.size();
    }

    long count() {
        return count;
    }

    @Nullable
    String unit() {
        return unit;
    }

    /** Of the 95 % confidence interval; {@code null} for fewer than two users. */
    @Nullable
    Double halfWidth() {
        int users = byUser.size();
        if (users < 2) {
            return null;
        }
        double difference = (sum - otherSum) / count;
        double squares = byUser.values().stream()
                .mapToDouble(of -> Math.pow(of[0] - of[1] * difference, 2)).sum();
        double error = Math.sqrt(squares * users / (users - 1)) / count;
        double roots = Math.sqrt(sum / count) + Math.sqrt(otherSum / count);
        return StudentT.twoSided(users - 1, CONFIDENCE) * error / (Tally.isRoot(measure) && roots > 0 ? roots : 1);
    }
}
