package dev.marquee.cf.train.bpmf;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainProgress;
import dev.marquee.cf.train.support.Course;
import dev.marquee.cf.train.support.Workers;
import dev.marquee.common.error.TrainingFailed;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A first sample for Gibbs sampling: what a few iterations of another algorithm find, the most likely factors, so that
 * few sweeps are needed until samples count (Salakhutdinov and Mnih 2008, section 4). Its biases become two of the
 * factors: a bias times 1, and 1 times a bias.
 *
 * @param algorithm has the options {@code factors}, {@code seed}, {@code threads} and {@code implicitRegularization}
 */
record GibbsStart(Algorithm<?> algorithm, RatingMatrix train, BpmfOptions options, TrainListener listener,
        Workers workers, Course course) {
    private static final int ITERATIONS = 10;
    private static final int FOR_BIASES = 2;

    /** Leaves the sides as they are where there are too few factors to hold biases and more. */
    void at(GibbsSide users, GibbsSide movies) {
        int k = options.factors() - FOR_BIASES;
        if (k < 1) {
            return;
        }
        FactorModel model = model(k);
        users.start(widened(model.allUserFactors(), k, model.allUserBiases(), null, users),
                model.implicit().map(features -> widened(features.allMovieFeatures(), k)).orElse(null), workers);
        movies.start(widened(model.allMovieFactors(), k, null, model.allMovieBiases(), movies),
                model.implicit().map(features -> widened(features.allUserFeatures(), k)).orElse(null), workers);
    }

    private FactorModel model(int k) {
        Estimator<?> estimator = algorithm.estimator()
                .with(Map.of("factors", k, "seed", options.seed(), "threads", options.threads()));
        if (!options.implicit()) {
            estimator = estimator.with(Map.of("implicitRegularization", 0));
        }
        TrainListener quiet = new TrainListener() {
            @Override
            public void progress(TrainProgress iteration) {}

            @Override
            public boolean cancelled() {
                return listener.cancelled();
            }
        };
        try {
            return estimator.forEpochs(ITERATIONS).train(train, null, quiet).model();
        } catch (TrainingFailed e) {
            throw course.failed("there is nothing finite to begin at");
        }
    }

    /**
     * Rows of k factors with two more: of the first and the second bias, each 1 where there is none. Zeros for rows
     * without a rating, which the chain does not draw.
     */
    private static float[] widened(float[] rows, int k, float @Nullable [] first, float @Nullable [] second,
            GibbsSide side) {
        float[] wide = widened(rows, k);
        int width = k + FOR_BIASES;
        for (int row = 0; row < rows.length / k; row++) {
            if (side.rated(row)) {
                wide[row * width + k] = first == null ? 1 : first[row];
                wide[row * width + k + 1] = second == null ? 1 : second[row];
            } else {
                Arrays.fill(wide, row * width, (row + 1) * width, 0);
            }
        }
        return wide;
    }

    private static float[] widened(float[] rows, int k) {
        int width = k + FOR_BIASES;
        float[] wide = new float[rows.length / k * width];
        for (int row = 0; row < rows.length / k; row++) {
            System.arraycopy(rows, row * k, wide, row * width, k);
        }
        return wide;
    }
}
