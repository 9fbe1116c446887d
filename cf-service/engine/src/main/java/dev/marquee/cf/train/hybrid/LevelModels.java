package dev.marquee.cf.train.hybrid;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainOptions;
import dev.marquee.cf.train.TrainProgress;
import dev.marquee.cf.train.TrainResult;
import java.util.List;
import java.util.Map;

/**
 * Trains the models of the first level, by their own defaults but for what the options say. Used from the thread that
 * trains.
 */
final class LevelModels {
    /** Of each sample; the model, which holds the mean of samples, has more. */
    private static final int SAMPLE_FACTORS = 32;
    private static final int BURN_IN = 20;

    private final List<Estimator<?>> estimators;
    private final HybridOptions options;
    private final TrainListener quiet;
    private double lastError;

    LevelModels(List<Algorithm<?>> algorithms, HybridOptions options, TrainListener listener) {
        this.options = options;
        this.estimators = options.names().stream().<Estimator<?>>map(name -> estimator(algorithms, name)).toList();
        this.quiet = new TrainListener() {
            @Override
            public void progress(TrainProgress progress) {}

            @Override
            public boolean cancelled() {
                return listener.cancelled();
            }
        };
    }

    private Estimator<?> estimator(List<Algorithm<?>> algorithms, String name) {
        Algorithm<?> algorithm = algorithms.stream().filter(known -> known.id().equals(name)).findFirst()
                .orElseThrow();
        Estimator<?> estimator = algorithm.estimator()
                .with(Map.of("factors", options.factors(), "seed", options.seed(), "threads", options.threads()));
        return name.equals("bpmf")
                ? estimator.with(Map.of("factors", Math.min(SAMPLE_FACTORS, options.factors()), "meanFactors",
                        options.factors()))
                : estimator;
    }

    /**
     * @param part which of the models
     * @param fold whether it is to predict a fold, and shorter where that pays
     */
    FactorModel train(int part, RatingMatrix ratings, boolean fold) {
        return train(estimators.get(part), options.names().get(part), ratings, fold);
    }

    private <O extends TrainOptions> FactorModel train(Estimator<O> estimator, String name, RatingMatrix ratings,
            boolean fold) {
        Estimator<O> sized = estimator;
        if (name.equals("bpmf")) {
            int sweeps = fold ? options.foldSweeps() : options.sweeps();
            int burnIn = Math.min(BURN_IN, sweeps / 2);
            sized = estimator.with(Map.of("sweeps", sweeps, "burnIn", burnIn));
        }
        TrainResult result = sized.algorithm().trainer().train(ratings, null, sized.options(), quiet);
        lastError = result.history().getLast().train();
        return result.model();
    }

    /** The error of the ratings that the last one was trained on. */
    double lastError() {
        return lastError;
    }
}
