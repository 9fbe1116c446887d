package dev.marquee.cf.eval;

import dev.marquee.cf.measure.ListMeasure;
import dev.marquee.cf.measure.RankingProtocol;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.Role;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.error.TrainingFailed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tries hyper-parameters out on divisions of training ratings: what the protocol tests takes no part, neither in the
 * training nor in the choice.
 *
 * @param outer the protocol whose training parts are divided once more; {@link Protocol#VALIDATION} chooses one by the
 *            data
 * @param metric what decides, such as {@code rmse} or {@code ndcg@10}
 */
public record Tuning(Divider divider, Protocol outer, RankingProtocol ranking, List<Long> seeds, String metric) {
    private static final List<String> ERRORS = List.of("rmse", "mae");

    /** @throws InvalidRequest if there is no such metric, or none of lists of that length */
    public Tuning {
        List<String> known = Stream.concat(ERRORS.stream(), ranking.lengths().stream()
                .flatMap(k -> Arrays.stream(ListMeasure.values()).map(measure -> measure.at(k)))).toList();
        if (!known.contains(metric)) {
            throw new InvalidRequest("metric", "is none of " + String.join(", ", known) + ": " + metric);
        }
    }

    /** What an algorithm's models are judged by where nothing else is said. */
    public static String metric(Algorithm<?> algorithm) {
        return algorithm.roles().contains(Role.RATING) ? "rmse" : "ndcg@10";
    }

    /** @throws InvalidRequest if the algorithm's models have no such figure */
    public void requireFits(Algorithm<?> algorithm) {
        if (ERRORS.contains(metric) && !algorithm.roles().contains(Role.RATING)) {
            throw new InvalidRequest("metric",
                    "cannot be " + metric + ": " + algorithm.id() + " predicts no stars. Take "
                            + ranking.lengths().stream().map(ListMeasure.NDCG::at).collect(Collectors.joining(" or ")));
        }
    }

    /**
     * Trains and tests on each division with each seed. A training that fails ends the trial, not the search.
     *
     * @param settings of the trial
     */
    public Trial run(Estimator<?> estimator, Map<String, String> settings) {
        long start = System.nanoTime();
        List<EvaluationRun> runs = new ArrayList<>();
        try {
            for (long seed : seeds) {
                for (Supplier<Division> part : divisions(seed)) {
                    runs.add(Evaluation.run(estimator.withSeed(seed), part.get(), ranking, seed).run());
                }
            }
        } catch (TrainingFailed e) {
            return new Trial(settings, estimator.options(), null, e.getMessage(), (System.nanoTime() - start) / 1e9);
        }
        return new Trial(settings, estimator.options(), EvaluationReport.summary(runs, metric), null,
                (System.nanoTime() - start) / 1e9);
    }

    private List<Supplier<Division>> divisions(long seed) {
        return outer == Protocol.VALIDATION ? divider.divisions(outer, seed) : divider.validation(outer, seed);
    }

    /** Best first; failed trials and unknown figures last. */
    public Comparator<Trial> bestFirst() {
        return Comparator.comparingDouble(trial -> {
            double value = trial.value() == null ? Double.NaN : trial.value().mean();
            return ERRORS.contains(metric) || Double.isNaN(value) ? value : -value;
        });
    }
}
