package dev.marquee.cf.train.bpmf;

import dev.marquee.cf.train.solve.Cholesky;
import dev.marquee.cf.train.solve.RowSolver;
import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.kernel.VectorKernels;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Draws the factors of one row given all the rest: normal with precision A = Λ + Σ α y yᵀ around the solution of A x =
 * Λ (μ + g) + Σ α r y (Salakhutdinov and Mnih 2008, equations 11 to 13, with a precision α for each rating and a
 * diagonal Λ). With A = UᵀU, one solution of U x = U⁻ᵀ b + z with normal z is both the mean and the deviation from it.
 * Not thread-safe: each worker has its own.
 */
final class GibbsRow {
    private static final int BATCH = 64;

    private final VectorKernels kernels = Kernels.get();
    private final int factors;
    private final int stride;
    private final Belief belief;
    private final float[] normal;
    private final float[] right;
    private final float[] batch;
    private final float[] between;
    private final float[] expected;
    private final float[] drawn;
    private int batched;

    GibbsRow(int factors, Belief belief) {
        this.factors = factors;
        this.stride = Cholesky.stride(factors);
        this.belief = belief;
        this.normal = new float[stride * stride];
        this.right = new float[stride];
        this.batch = new float[BATCH * stride];
        this.between = new float[stride];
        this.expected = new float[stride];
        this.drawn = new float[stride];
    }

    /** Forgets the row before. */
    void begin() {
        Arrays.fill(normal, 0);
        Arrays.fill(right, 0);
        System.arraycopy(belief.means(), 0, expected, 0, factors);
        batched = 0;
    }

    /**
     * Adds one rating.
     *
     * @param others factors of the other side, row-major
     * @param from where its row begins
     * @param rating less the mean of all
     * @param precision α of the rating
     */
    void add(float[] others, int from, float rating, float precision) {
        int to = batched * stride;
        System.arraycopy(others, from, batch, to, factors);
        kernels.axpy(precision * rating, batch, to, right, 0, stride);
        kernels.scale((float) Math.sqrt(precision), batch, to, factors);
        if (++batched == BATCH) {
            flush();
        }
    }

    private void flush() {
        kernels.addProducts(1, batch, 0, batched, stride, 0, normal);
        batched = 0;
    }

    /** Expects the row away from the mean by g. */
    void expect(float[] g, int from) {
        kernels.axpy(1, g, from, expected, 0, factors);
    }

    /**
     * Draws the row.
     *
     * @param x receives k factors
     * @throws RowSolver.Unsolvable if rounding or overflow left no solution
     */
    void draw(float[] x, int at, RandomGenerator random) {
        flush();
        for (int f = 0; f < factors; f++) {
            right[f] += belief.precisions()[f] * expected[f];
            normal[f * stride + f] += belief.precisions()[f];
        }
        if (!Cholesky.decompose(normal, factors, stride)) {
            throw new RowSolver.Unsolvable();
        }
        Cholesky.forward(normal, factors, stride, right, between);
        Draws.gaussian(random, drawn, 0, factors);
        kernels.axpy(1, drawn, 0, between, 0, factors);
        Cholesky.backward(normal, factors, stride, between, right);
        System.arraycopy(right, 0, x, at, factors);
    }
}
