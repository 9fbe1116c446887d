package dev.marquee.cf.train.bpmf;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.train.support.RowQueue;
import dev.marquee.cf.train.support.RunningState;
import dev.marquee.cf.train.support.Workers;
import dev.marquee.common.kernel.Kernels;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The state of one side, users or movies, of a {@link GibbsChain}: the rows' factors, what is believed of them before
 * their ratings ({@link Belief}), and their implicit features ({@link GibbsFeatures}). Not thread-safe.
 */
final class GibbsSide {
    /** The start of a chain scatters by this, divided by √k. */
    private static final double START = 0.3;

    private final int side;
    private final Csr ratings;
    private final int factors;
    private final long seed;
    private final RowQueue queue;
    private final int rated;
    private final float[] values;
    private final float[] residuals;
    private final @Nullable GibbsFeatures features;
    private Belief belief;

    /**
     * @param side {@link Draws#USERS} or {@link Draws#MOVIES}
     * @param ratings by row of this side
     * @param others the transpose
     */
    GibbsSide(int side, Csr ratings, Csr others, BpmfOptions options) {
        this.side = side;
        this.ratings = ratings;
        this.factors = options.factors();
        this.seed = options.seed();
        this.queue = new RowQueue(ratings);
        this.values = new float[Math.multiplyExact(ratings.rows(), factors)];
        this.residuals = new float[values.length];
        this.features = options.implicit() ? new GibbsFeatures(side, ratings, others, options) : null;
        this.belief = Belief.start(factors);
        int count = 0;
        for (int row = 0; row < ratings.rows(); row++) {
            if (ratings.length(row) > 0) {
                Draws.gaussian(Draws.of(seed, Draws.START, side, row), values, row * factors, factors);
                count++;
            }
        }
        this.rated = count;
        Kernels.get().scale((float) (START / Math.sqrt(factors)), values, 0, values.length);
    }

    /**
     * Begins at given factors and features.
     *
     * @param first rows × k, row-major; zeros for rows without a rating
     * @param firstFeatures columns × k, row-major, or {@code null}
     */
    void start(float[] first, float @Nullable [] firstFeatures, Workers workers) {
        System.arraycopy(first, 0, values, 0, values.length);
        if (features != null && firstFeatures != null) {
            features.start(firstFeatures);
        }
        drawBelief(Draws.START, workers);
    }

    /** Rows × k, row-major: the sample; zeros for whoever has no rating. */
    float[] values() {
        return values;
    }

    /** Whether the row exists and has a rating. */
    boolean rated(int row) {
        return row >= 0 && ratings.length(row) > 0;
    }

    /** The mean of the rows that have a rating, k. */
    float[] mean() {
        double[] sums = sums(values);
        float[] mean = new float[factors];
        for (int f = 0; f < factors; f++) {
            mean[f] = (float) (sums[f] / rated);
        }
        return mean;
    }

    /**
     * Draws every row, given the other side.
     *
     * @param mean of all ratings
     * @param sittings what ratings have of theirs
     * @param userPrecisions of each user's ratings
     */
    void drawRows(int sweep, float[] others, float mean, @Nullable GibbsSittings sittings, float[] userPrecisions,
            Workers workers) {
        queue.forEach(workers, () -> {
            GibbsRow row = new GibbsRow(factors, belief);
            return index -> drawRow(row, index, others, mean, sittings, userPrecisions,
                    Draws.of(seed, sweep, side, index));
        });
    }

    private void drawRow(GibbsRow row, int index, float[] others, float mean, @Nullable GibbsSittings sittings,
            float[] userPrecisions,
            RandomGenerator random) {
        row.begin();
        for (int position = ratings.start(index); position < ratings.end(index); position++) {
            int other = ratings.index(position);
            float offset = sittings == null ? 0 : sittings.of(side, position);
            row.add(others, other * factors, ratings.value(position) - mean - offset,
                    userPrecisions[side == Draws.USERS ? index : other]);
        }
        if (features != null) {
            row.expect(features.means(), index * factors);
        }
        row.draw(values, index * factors, random);
    }

    /** Draws what is believed of the rows, given the rows. */
    void drawBelief(int sweep, Workers workers) {
        RandomGenerator random = Draws.of(seed, sweep, side, Draws.BELIEF);
        System.arraycopy(values, 0, residuals, 0, values.length);
        if (features != null) {
            Kernels.get().axpy(-1, features.means(), 0, residuals, 0, residuals.length);
        }
        belief = Belief.draw(rated, sums(residuals), squares(residuals, factors), random);
        if (features != null) {
            features.draw(sweep, values, belief, workers);
        }
    }

    private double[] sums(float[] rows) {
        double[] sums = new double[factors];
        for (int from = 0; from < rows.length; from += factors) {
            for (int f = 0; f < factors; f++) {
                sums[f] += rows[from + f];
            }
        }
        return sums;
    }

    /** By factor Σ x² over the rows. */
    static double[] squares(float[] rows, int factors) {
        double[] sums = new double[factors];
        for (int from = 0; from < rows.length; from += factors) {
            for (int f = 0; f < factors; f++) {
                sums[f] += (double) rows[from + f] * rows[from + f];
            }
        }
        return sums;
    }

    RunningState addTo(RunningState state) {
        state.floats("factors" + side, values)
                .floats("means" + side, () -> belief.means(), read -> belief = new Belief(read, belief.precisions()))
                .floats("precisions" + side, () -> belief.precisions(),
                        read -> belief = new Belief(belief.means(), read));
        return features == null ? state : features.addTo(state);
    }

    /** Makes what follows from numbers that were restored. */
    void restoreMeans(Workers workers) {
        if (features != null) {
            features.restoreMeans(workers);
        }
    }
}
