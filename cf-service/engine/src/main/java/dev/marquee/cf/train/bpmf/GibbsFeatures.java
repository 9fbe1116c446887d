package dev.marquee.cf.train.bpmf;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.train.prior.ImplicitPrior;
import dev.marquee.cf.train.support.RunningState;
import dev.marquee.cf.train.support.Workers;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The implicit features of one side during Gibbs sampling: a regression of the rows' factors on who rated what, drawn
 * as in Macau (Simm et al. 2015, equation 4): noise is added to both sides of the normal equations, so that their
 * solution is a draw. The features of a factor scatter around 0 with a precision of their own, which is drawn, too. Not
 * thread-safe.
 */
final class GibbsFeatures {
    private static final int ROWS_AT_ONCE = 64;
    /** Steps of the regression in a sweep; three times as many make no difference to the predictions. */
    private static final int STEPS = 5;
    /** At the start; features scatter less than rows do. */
    private static final float FIRST_PRECISION = 20;

    private final int side;
    private final Csr rows;
    private final int columns;
    private final int factors;
    private final long seed;
    private final ImplicitPrior regression;
    private final float[] targets;
    private final float[] noise;
    private final float[] precisions;

    GibbsFeatures(int side, Csr rows, Csr columns, BpmfOptions options) {
        this.side = side;
        this.rows = rows;
        this.columns = columns.rows();
        this.factors = options.factors();
        this.seed = options.seed();
        this.regression = new ImplicitPrior(rows, columns, ImplicitPrior.present(rows), factors, false);
        this.targets = new float[Math.multiplyExact(rows.rows(), factors)];
        this.noise = new float[Math.multiplyExact(this.columns, factors)];
        this.precisions = new float[factors];
        Arrays.fill(precisions, FIRST_PRECISION);
    }

    /** @param first columns × k, row-major */
    void start(float[] first) {
        regression.start(first);
    }

    /** Where the rows are expected, away from their mean: rows × k, row-major. */
    float[] means() {
        return regression.means();
    }

    /**
     * @param values of the rows, rows × k, row-major
     * @param belief of the rows
     */
    void draw(int sweep, float[] values, Belief belief, Workers workers) {
        workers.chunks(rows.rows(), ROWS_AT_ONCE, (from, to) -> {
            for (int row = from; row < to; row++) {
                if (rows.length(row) > 0) {
                    drawTarget(row, values, belief, Draws.of(seed, sweep, side + Draws.ROW_NOISE, row));
                }
            }
        });
        workers.chunks(columns, ROWS_AT_ONCE, (from, to) -> {
            for (int column = from; column < to; column++) {
                drawNoise(column, belief, Draws.of(seed, sweep, side + Draws.FEATURE_NOISE, column));
            }
        });
        float[] ratios = new float[factors];
        for (int f = 0; f < factors; f++) {
            ratios[f] = precisions[f] / belief.precisions()[f];
        }
        regression.fit(targets, ratios, noise, STEPS, workers);
        drawPrecisions(Draws.of(seed, sweep, side, Draws.FEATURE_PRECISION));
    }

    /** What the row lies off the mean, with noise of the precision Λ. */
    private void drawTarget(int row, float[] values, Belief belief, RandomGenerator random) {
        for (int f = 0, at = row * factors; f < factors; f++, at++) {
            double noise = random.nextGaussian() / Math.sqrt(belief.precisions()[f]);
            targets[at] = (float) (values[at] - belief.means()[f] + noise);
        }
    }

    /** Noise of the variance λ, divided by Λ as the whole equation is. */
    private void drawNoise(int column, Belief belief, RandomGenerator random) {
        for (int f = 0, at = column * factors; f < factors; f++, at++) {
            noise[at] = (float) (random.nextGaussian() * Math.sqrt(precisions[f]) / belief.precisions()[f]);
        }
    }

    private void drawPrecisions(RandomGenerator random) {
        double[] squares = GibbsSide.squares(regression.features(), factors);
        for (int f = 0; f < factors; f++) {
            precisions[f] = (float) Belief.precision(columns, squares[f], random);
        }
    }

    RunningState addTo(RunningState state) {
        return state.floats("features" + side, regression.features()).floats("featurePrecisions" + side, precisions);
    }

    /** Makes the means of features that were restored. */
    void restoreMeans(Workers workers) {
        regression.sumMeans(workers);
    }
}
