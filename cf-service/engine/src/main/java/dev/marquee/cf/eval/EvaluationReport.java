package dev.marquee.cf.eval;

import dev.marquee.cf.measure.CalibrationBand;
import dev.marquee.cf.measure.RankingProtocol;
import dev.marquee.cf.measure.RankingScores;
import dev.marquee.cf.train.Placement;
import dev.marquee.cf.train.TrainOptions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How good an algorithm is on some data.
 *
 * @param algorithm its name
 * @param options all of its hyper-parameters; their seed is the first one
 * @param engine where it was trained, and why there
 * @param protocol how the data were divided
 * @param division sizes of what was tested
 * @param ranking how lists were judged
 * @param seeds one or more
 * @param metrics by name: {@code rmse} and {@code mae} in stars, where the algorithm predicts stars, and those of
 *            {@link RankingScores}; with several seeds, over the means of each seed's divisions, so that the interval
 *            says how much the seed matters, and else over the divisions
 * @param differences of the same, to the first algorithm that was evaluated on the same divisions; empty for the first
 *            itself
 * @param calibration whether the errors are as large as the model expected, over all runs; empty where it expects
 *            nothing
 * @param runs one for each division and seed
 * @param learningCurve of a training on nine tenths of the first run's training ratings, validated by the rest;
 *            {@code null} where none was asked for
 */
public record EvaluationReport(String algorithm, TrainOptions options, Placement engine, Protocol protocol,
        DivisionOptions division,
        RankingProtocol ranking, List<Long> seeds, DataFacts data, SequencedMap<String, Summary> metrics,
        SequencedMap<String, Difference> differences, List<CalibrationBand> calibration, List<EvaluationRun> runs,
        @Nullable LearningCurve learningCurve,
        Instant createdAt) {

    /** Sums the runs up. */
    static SequencedMap<String, Summary> summaries(List<EvaluationRun> runs) {
        SequencedMap<String, Summary> summaries = new LinkedHashMap<>();
        for (String metric : runs.getFirst().metrics().keySet()) {
            summaries.put(metric, summary(runs, metric));
        }
        return summaries;
    }

    /** With several seeds of the mean of each seed's divisions, else of the divisions. */
    static Summary summary(List<EvaluationRun> runs, String metric) {
        List<Double> bySeed = List.copyOf(runs.stream().collect(Collectors.groupingBy(EvaluationRun::seed,
                LinkedHashMap::new, Collectors.averagingDouble(run -> run.metrics().get(metric)))).values());
        return Summary.of(bySeed.size() > 1 ? bySeed : runs.stream().map(run -> run.metrics().get(metric)).toList());
    }
}
