package dev.marquee.cf.train;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.ImplicitFeatures;
import dev.marquee.common.error.TrainingFailed;

/**
 * A first sample for Gibbs sampling: what a few iterations of ALS find, the most likely factors, so that few sweeps are
 * needed until samples count (Salakhutdinov and Mnih 2008, section 4). The biases of ALS become two of the factors: a bias
 * times 1, and 1 times a bias.
 */
final class GibbsStart {
    private static final int ITERATIONS = 10;
    private static final int FOR_BIASES = 2;

    private GibbsStart() {}

    /** Leaves the sides as they are where there are too few factors to hold biases and more. */
    static void at(RatingMatrix train, BpmfOptions options, GibbsSide users, GibbsSide movies, TrainListener listener,
            Workers workers, Progress progress) {
        int k = options.factors() - FOR_BIASES;
        if (k < 1) {
            return;
        }
        AlsOptions best = AlsOptions.DEFAULTS;
        AlsOptions als = new AlsOptions(k, ITERATIONS, best.regularization(), best.weighting(),
                best.biasRegularization(), options.implicit() ? best.implicitRegularization() : 0, 0, options.seed(),
                options.threads());
        FactorModel model = train(train, als, listener, progress);
        users.start(widened(model.allUserFactors(), k, model.allUserBiases(), null, users),
                widened(model.implicit().map(ImplicitFeatures::allMovieFeatures).orElse(null), k), workers, progress);
        movies.start(widened(model.allMovieFactors(), k, null, model.allMovieBiases(), movies),
                widened(model.implicit().map(ImplicitFeatures::allUserFeatures).orElse(null), k), workers, progress);
    }

    private static FactorModel train(RatingMatrix train, AlsOptions als, TrainListener listener, Progress progress) {
        TrainListener quiet = new TrainListener() {
            @Override
            public void progress(TrainProgress iteration) {}

            @Override
            public boolean cancelled() {
                return listener.cancelled();
            }
        };
        try {
            return new AlsTrainer().train(train, null, als, quiet).model();
        } catch (TrainingFailed e) {
            throw progress.failed("there is nothing finite to begin at");
        }
    }

    /** Rows of k factors with two more: of the first and the second bias, each 1 where there is none. */
    private static float[] widened(float[] rows, int k, float[] first, float[] second, GibbsSide side) {
        float[] wide = widened(rows, k);
        for (int row = 0; row < rows.length / k; row++) {
            if (side.rated(row)) {
                int to = row * (k + FOR_BIASES) + k;
                wide[to] = first == null ? 1 : first[row];
                wide[to + 1] = second == null ? 1 : second[row];
            }
        }
        return wide;
    }

    private static float[] widened(float[] rows, int k) {
        if (rows == null) {
            return null;
        }
        int width = k + FOR_BIASES;
        float[] wide = new float[rows.length / k * width];
        for (int row = 0; row < rows.length / k; row++) {
            System.arraycopy(rows, row * k, wide, row * width, k);
        }
        return wide;
    }
}
