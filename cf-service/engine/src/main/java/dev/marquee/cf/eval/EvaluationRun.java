package dev.marquee.cf.eval;

import dev.marquee.cf.measure.CalibrationBand;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * One model, trained and tested on one division.
 *
 * @param division such as {@code u1}
 * @param seed of the training, and of the division where it is drawn
 * @param trained how many ratings were trained on
 * @param tested how many were tested; with newcomers once for each number of ratings told, as are the next two
 * @param lists how many lists were judged
 * @param unknown how many lists were of users of whom nothing was known, and so of what is popular
 * @param metrics by name, such as {@code rmse} and {@code ndcg@10}; with newcomers also {@code ndcg@10 told 3}, of
 *            which {@code ndcg@10} is the mean
 * @param calibration whether the errors are as large as the model expected; empty where it expects nothing
 * @param epochs that were run
 * @param note what the training found on the way; {@code null}: nothing
 */
public record EvaluationRun(String division, long seed, int trained, int tested, int lists, int unknown,
        SequencedMap<String, Double> metrics, List<CalibrationBand> calibration, int epochs, double trainSeconds,
        double testSeconds, @Nullable String note) {
    public EvaluationRun {
        calibration = List.copyOf(calibration);
        metrics = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metrics));
    }

    /** Of a training and a model that have nothing to tell. */
    EvaluationRun(String division, long seed, int trained, int tested, int lists, int unknown,
            SequencedMap<String, Double> metrics, int epochs, double trainSeconds, double testSeconds) {
        this(division, seed, trained, tested, lists, unknown, metrics, List.of(), epochs, trainSeconds, testSeconds,
                null);
    }

    /** One figure less that of another run of the same division and seed. */
    EvaluationRun minus(EvaluationRun other, String metric) {
        double difference = Objects.requireNonNull(metrics.get(metric))
                - Objects.requireNonNull(other.metrics.get(metric));
        return new EvaluationRun(division, seed, trained, tested, lists, unknown,
                new LinkedHashMap<>(Map.of(metric, difference)), epochs, trainSeconds, testSeconds);
    }
}
