package dev.marquee.cf.train;

import dev.marquee.cf.matrix.Csr;
import java.util.SplittableRandom;

/**
 * The learnt numbers of one side during SGD, one row for each user or movie, all of a row beside each other so that an
 * update touches few cache lines: the factors, padded with zeros to whole vectors, then {@link #BIAS}, {@link #SLOWNESS},
 * {@link #BIAS_SLOWNESS} and {@link #NORM}. Not thread-safe; the block schedule keeps threads apart.
 */
final class SgdRows {
    /** Factors are padded to a multiple of this many floats, the widest vector of today's machines. */
    static final int PADDING = 16;
    /** Places after the padded factors. */
    static final int BIAS = 0;
    /** Sum of the mean squared gradients of the factors, from 1: the divisor of the learning rate, squared. */
    static final int SLOWNESS = 1;
    /** The same for the bias. */
    static final int BIAS_SLOWNESS = 2;
    /** Σ f², kept up to date by every step, so that no step has to sum it. */
    static final int NORM = 3;

    private static final double START = 0.3;

    final float[] values;
    final int padded;
    final int stride;
    private final int factors;

    private SgdRows(int rows, int factors) {
        this.factors = factors;
        this.padded = (factors + PADDING - 1) / PADDING * PADDING;
        this.stride = padded + PADDING;
        this.values = new float[Math.multiplyExact(rows, stride)];
    }

    /** Biases 0; factors small and random, 0 for rows without a rating. */
    static SgdRows random(Csr ratings, int factors, SplittableRandom random) {
        SgdRows rows = new SgdRows(ratings.rows(), factors);
        double deviation = START / Math.sqrt(factors);
        for (int row = 0; row < ratings.rows(); row++) {
            int from = row * rows.stride;
            boolean empty = ratings.length(row) == 0;
            for (int f = 0; f < factors; f++) {
                double drawn = random.nextGaussian() * deviation;
                rows.values[from + f] = empty ? 0 : (float) drawn;
            }
            rows.values[from + rows.padded + SLOWNESS] = 1;
            rows.values[from + rows.padded + BIAS_SLOWNESS] = 1;
        }
        rows.refreshNorms();
        return rows;
    }

    /** Sums the norms anew, once an epoch, so that their rounding errors do not grow. */
    void refreshNorms() {
        for (int from = 0; from < values.length; from += stride) {
            float sum = 0;
            for (int f = 0; f < factors; f++) {
                sum += values[from + f] * values[from + f];
            }
            values[from + padded + NORM] = sum;
        }
    }

    /** The factors without padding, row-major. */
    float[] factors() {
        int rows = values.length / stride;
        float[] compact = new float[rows * factors];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(values, row * stride, compact, row * factors, factors);
        }
        return compact;
    }

    float[] biases() {
        float[] biases = new float[values.length / stride];
        for (int row = 0; row < biases.length; row++) {
            biases[row] = values[row * stride + padded + BIAS];
        }
        return biases;
    }
}
