package dev.marquee.cf.train.sgd;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.train.support.RunningState;
import dev.marquee.cf.train.support.Workers;
import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.kernel.VectorKernels;
import java.util.SplittableRandom;

/**
 * The learnt numbers of one side during SGD, one row for each user or movie, all of a row beside each other so that a
 * step touches few cache lines: the factors, padded with zeros to whole vectors, then the eight numbers of the row's
 * state, and where the training has implicit features, the factors that the row is drawn to instead of zeros. Not
 * thread-safe; the block schedule keeps threads apart.
 */
final class SgdRows {
    /** Factors are padded to a multiple of this many floats, the widest vector of today's machines. */
    static final int PADDING = 16;
    /** Places of the state after the padded factors. */
    static final int BIAS = 0;
    /** The step of the factors: η / √{@link #SLOWNESS}, as of {@link #refresh}. */
    static final int RATE = 1;
    /** The step of the bias: η / √{@link #BIAS_SLOWNESS}. */
    static final int BIAS_RATE = 2;
    /** 1 and the sum of the mean squared gradients of the factors. */
    static final int SLOWNESS = 3;
    /** 1 and the sum of the squared gradients of the bias. */
    static final int BIAS_SLOWNESS = 4;
    /**
     * Σ f², kept up to date by every step, so that no step has to sum it; with expected factors as of {@link #refresh}.
     */
    static final int NORM = 5;
    /** λ of the factors for one rating of this row. */
    static final int LAMBDA = 6;
    /** λ of the bias for one rating of this row. */
    static final int BIAS_LAMBDA = 7;

    /**
     * Where the first row begins. Large arrays stand at the start of a page, and their numbers begin 16 bytes later;
     * this many floats on, every row begins at a cache line, which makes a step a quarter shorter. Elsewhere it does no
     * harm.
     */
    private static final int FIRST = 12;
    private static final double START = 0.3;
    private static final VectorKernels KERNELS = Kernels.get();

    final float[] values;
    final int padded;
    final int stride;
    final int factors;
    /** Whether rows have expected factors: from {@link #PADDING} numbers after the state's first place on, padded. */
    final boolean drawn;
    private final int rows;
    private final int[] at;

    private SgdRows(int[] at, int factors, boolean drawn) {
        this.factors = factors;
        this.drawn = drawn;
        this.at = at;
        this.rows = at.length;
        this.padded = (factors + PADDING - 1) / PADDING * PADDING;
        this.stride = stride(factors, drawn);
        this.values = new float[Math.addExact(FIRST, Math.multiplyExact(rows, stride))];
    }

    /** Floats of one row. */
    static int stride(int factors, boolean drawn) {
        int padded = (factors + PADDING - 1) / PADDING * PADDING;
        return padded + PADDING + (drawn ? padded : 0);
    }

    /**
     * Biases 0; factors small and random, 0 for rows without a rating.
     *
     * @param at the user or movie that stands at each place
     * @param workers carry the wish to stop
     */
    static SgdRows random(Csr ratings, int[] at, SgdOptions options, SplittableRandom random,
            Workers workers) {
        SgdRows rows = new SgdRows(at, options.factors(), options.implicitRegularization() > 0);
        double deviation = START / Math.sqrt(rows.factors);
        for (int row = 0; row < rows.rows; row++) {
            int length = ratings.length(at[row]);
            workers.checkCancelled();
            for (int f = 0; f < rows.factors; f++) {
                double drawn = random.nextGaussian() * deviation;
                rows.values[rows.from(row) + f] = length == 0 ? 0 : (float) drawn;
            }
            startState(rows.values, rows.from(row) + rows.padded, options, length);
        }
        return rows;
    }

    /**
     * The state of a row that has not moved.
     *
     * @param values has zeros from {@code state} on
     * @param length ratings of the row
     */
    static void startState(float[] values, int state, SgdOptions options, int length) {
        values[state + SLOWNESS] = 1;
        values[state + BIAS_SLOWNESS] = 1;
        if (length > 0) {
            values[state + LAMBDA] = options.penalty().ofFactors(length) / length;
            values[state + BIAS_LAMBDA] = options.penalty().ofBias(length) / length;
        }
    }

    /** Where the row at a place begins. */
    int from(int place) {
        return FIRST + place * stride;
    }

    /**
     * Brings the rates of some rows up to what their slowness says. Done when a thread turns to these rows rather than
     * in each step: a rate changes little in between, and a step without roots and divisions is a fifth shorter.
     *
     * @param norms whether to sum the norms anew too, once an epoch, so that their rounding errors do not grow
     */
    void refresh(int fromPlace, int toPlace, float rate, boolean norms) {
        for (int place = fromPlace; place < toPlace; place++) {
            int state = from(place) + padded;
            values[state + RATE] = rate / (float) Math.sqrt(values[state + SLOWNESS]);
            values[state + BIAS_RATE] = rate / (float) Math.sqrt(values[state + BIAS_SLOWNESS]);
            if (norms || drawn) {
                values[state + NORM] = KERNELS.sumOfSquares(values, from(place), padded);
            }
        }
    }

    /** The factors by user or movie, without padding, row-major. */
    float[] factors() {
        float[] compact = new float[rows * factors];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(values, from(row), compact, at[row] * factors, factors);
        }
        return compact;
    }

    /** @param means by user or movie, row-major: what the rows are drawn to */
    void expect(float[] means) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(means, at[row] * factors, values, from(row) + padded + PADDING, factors);
        }
    }

    float[] biases() {
        return state(BIAS);
    }

    /** By user or movie, whatever the order of the rows is. */
    private float[] state(int place) {
        float[] numbers = new float[rows];
        for (int row = 0; row < rows; row++) {
            numbers[at[row]] = values[from(row) + padded + place];
        }
        return numbers;
    }

    private void restoreState(int place, float[] numbers) {
        for (int row = 0; row < rows; row++) {
            values[from(row) + padded + place] = numbers[at[row]];
        }
    }

    private void restoreFactors(float[] compact) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(compact, at[row] * factors, values, from(row), factors);
        }
    }

    /**
     * Adds what the next epoch needs; rates and norms are formed anew in it. The numbers stand by user or movie, so
     * they are as good for another number of threads.
     *
     * @param side "user" or "movie"
     */
    RunningState addTo(RunningState state, String side) {
        return state.floats(side + "Biases", this::biases, numbers -> restoreState(BIAS, numbers))
                .floats(side + "Factors", this::factors, this::restoreFactors)
                .floats(side + "Slowness", () -> state(SLOWNESS), numbers -> restoreState(SLOWNESS, numbers))
                .floats(side + "BiasSlowness", () -> state(BIAS_SLOWNESS),
                        numbers -> restoreState(BIAS_SLOWNESS, numbers));
    }
}
