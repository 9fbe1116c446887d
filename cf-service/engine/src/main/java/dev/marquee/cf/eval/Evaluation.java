package dev.marquee.cf.eval;

import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.measure.CalibrationBand;
import dev.marquee.cf.measure.RankingProtocol;
import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Trains and tests on every division of some data and with every seed. Models are trained by their options alone, for
 * all epochs that these name: nothing that is tested has a say in when to stop.
 *
 * @param seeds one or more
 */
public record Evaluation(Divider divider, DataFacts data, Protocol protocol, DivisionOptions division,
        RankingProtocol ranking, List<Long> seeds) {
    private static final double CURVE_VALIDATION = 0.1;

    /** Of data that are read now. */
    public static Evaluation of(RatingSource data, Protocol protocol, DivisionOptions division, RankingProtocol ranking,
            List<Long> seeds) {
        Divider divider = new Divider(data, division);
        return new Evaluation(divider, DataFacts.of(data.name(), divider.all()), protocol, division, ranking,
                List.copyOf(seeds));
    }

    /**
     * @param withCurve whether to train once more for a learning curve
     * @param comparison knows the algorithms that were evaluated before this one
     * @param afterEach told of each run
     */
    public EvaluationReport report(Estimator<?> estimator, boolean withCurve, Comparison comparison,
            Consumer<EvaluationRun> afterEach) {
        List<Tested> tested = new ArrayList<>();
        for (long seed : seeds) {
            for (Supplier<Division> part : divider.divisions(protocol, seed)) {
                tested.add(run(estimator.withSeed(seed), part.get(), ranking, seed));
                afterEach.accept(tested.getLast().run());
            }
        }
        String algorithm = estimator.algorithm().id();
        List<EvaluationRun> runs = tested.stream().map(Tested::run).toList();
        return new EvaluationReport(algorithm, estimator.withSeed(seeds.getFirst()).options(), estimator.placement(),
                protocol, division, ranking, seeds, data, EvaluationReport.summaries(runs),
                comparison.add(algorithm, tested),
                CalibrationBand.pooled(runs.stream().map(EvaluationRun::calibration).toList()), runs,
                withCurve ? curve(estimator) : null, Instant.now());
    }

    /** One model, trained and tested. */
    static Tested run(Estimator<?> estimator, Division part, RankingProtocol ranking, long seed) {
        long start = System.nanoTime();
        TrainResult result = estimator.train(part.train(), null, TrainListener.NONE);
        long trained = System.nanoTime();
        Examiner examiner = new Examiner(estimator, part.train(), ranking.withSeed(seed));
        List<Integer> told = new ArrayList<>();
        for (Supplier<Exam> next : part.exams()) {
            Exam exam = next.get();
            examiner.ask(result.model(), exam);
            Optional.ofNullable(exam.told()).ifPresent(told::add);
        }
        if (!told.isEmpty()) {
            examiner.sumUp(told);
        }
        return new Tested(new EvaluationRun(part.name(), seed, part.train().size(), examiner.tested(),
                examiner.lists(), examiner.unknown(), examiner.metrics(), examiner.calibration(),
                result.history().size(), (trained - start) / 1e9, (System.nanoTime() - trained) / 1e9,
                result.note()), examiner.tallies());
    }

    private LearningCurve curve(Estimator<?> estimator) {
        long seed = seeds.getFirst();
        Division first = divider.divisions(protocol, seed).getFirst().get();
        Split split = Split.random(first.train(), CURVE_VALIDATION, seed);
        return LearningCurve.of(
                estimator.withSeed(seed).train(split.train(), split.heldOut(), TrainListener.NONE));
    }
}
