package dev.marquee.cf.eval;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.measure.Candidates;
import dev.marquee.cf.measure.RankingProtocol;
import dev.marquee.cf.measure.RankingScores;
import dev.marquee.cf.measure.RatingErrors;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.Role;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
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
     * @param afterEach told of each run
     */
    public EvaluationReport report(Estimator<?> estimator, boolean withCurve,
            Consumer<EvaluationRun> afterEach) {
        List<EvaluationRun> runs = new ArrayList<>();
        for (long seed : seeds) {
            for (Supplier<Division> part : divider.divisions(protocol, seed)) {
                EvaluationRun run = run(estimator.withSeed(seed), part.get(), ranking, seed);
                runs.add(run);
                afterEach.accept(run);
            }
        }
        return new EvaluationReport(estimator.algorithm().id(), estimator.withSeed(seeds.getFirst()).options(),
                estimator.placement(), protocol, division, ranking, seeds, data, EvaluationReport.summaries(runs),
                List.copyOf(runs),
                withCurve ? curve(estimator) : null, Instant.now());
    }

    /** One model, trained and tested. */
    static EvaluationRun run(Estimator<?> estimator, Division part, RankingProtocol ranking, long seed) {
        long start = System.nanoTime();
        TrainResult result = estimator.train(part.train(), null, TrainListener.NONE);
        long trained = System.nanoTime();
        Algorithm<?> algorithm = estimator.algorithm();
        SequencedMap<String, Double> metrics = stars(algorithm, result.model(), part);
        RankingScores scores = lists(estimator, result.model(), part, ranking.withSeed(seed));
        metrics.putAll(scores.values());
        return new EvaluationRun(part.name(), seed, part.train().size(), part.test().size(), scores.lists(), metrics,
                result.history().size(), (trained - start) / 1e9, (System.nanoTime() - trained) / 1e9);
    }

    /** Made where the model was trained. */
    private static RankingScores lists(Estimator<?> estimator, FactorModel model, Division part,
            RankingProtocol ranking) {
        boolean ranks = estimator.algorithm().roles().contains(Role.RANKING);
        Optional<Device> device = ranking.candidates() == Candidates.FULL
                ? estimator.openDevice()
                : Optional.empty();
        try {
            return RankingScores.of(model, part.train(), part.test(), ranks ? ranking.withDamping(0) : ranking, device,
                    () -> {});
        } finally {
            device.ifPresent(Device::close);
        }
    }

    private static SequencedMap<String, Double> stars(Algorithm<?> algorithm, FactorModel model, Division part) {
        SequencedMap<String, Double> metrics = new LinkedHashMap<>();
        if (algorithm.roles().contains(Role.RATING)) {
            RatingErrors errors = RatingErrors.of(model, part.test());
            metrics.put("rmse", errors.rmse());
            metrics.put("mae", errors.mae());
        }
        return metrics;
    }

    private LearningCurve curve(Estimator<?> estimator) {
        long seed = seeds.getFirst();
        Division first = divider.divisions(protocol, seed).getFirst().get();
        Split split = Split.random(first.train(), CURVE_VALIDATION, seed);
        return LearningCurve.of(
                estimator.withSeed(seed).train(split.train(), split.heldOut(), TrainListener.NONE));
    }
}
