package dev.marquee.cf.train;

import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.kernel.VectorKernels;
import java.util.Arrays;

/**
 * Solves one row of alternating least squares: given the factors of the other side, the factors x and the bias b that
 * minimise
 *
 * <pre>Σ (r_j - b - x·y_j)² + λ_x |x|² + λ_b b²</pre>
 *
 * where r_j is what mean and the other side's bias leave of the rating. The bias is solved together with the factors, as the
 * coefficient of a constant 1 (Zhou et al. 2008; Koren, Bell, Volinsky 2009).
 *
 * <p>
 * With A = Σ y yᵀ + λ_x I and s = Σ y the normal equations are A x + s b = Σ r y and s·x + (n + λ_b) b = Σ r. A is summed
 * from batches of ratings and decomposed; b follows from the two solutions A u = Σ r y and A v = s, and x = u - b v. So the
 * matrix keeps the order k, which fits whole vectors more often than k + 1. Not thread-safe: each worker has its own.
 */
final class RowSolver {
    /** Ratings whose factors stay in the first-level cache together with the matrix, at k = 64. */
    private static final int BATCH = 64;

    /** Rounding, overflow or NaN left the normal equations without a solution. */
    static final class Unsolvable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsolvable() {
            super("the normal equations of a row have no solution");
        }
    }

    private final VectorKernels kernels = Kernels.get();
    private final int factors;
    private final int stride;
    private final float[] normal;
    private final float[] right;
    private final float[] sum;
    private final float[] batch;
    private int batched;
    private int ratings;
    private double residuals;

    RowSolver(int factors) {
        this.factors = factors;
        this.stride = (factors + VectorKernels.PADDING - 1) / VectorKernels.PADDING * VectorKernels.PADDING;
        this.normal = new float[stride * stride];
        this.right = new float[stride];
        this.sum = new float[stride];
        this.batch = new float[BATCH * stride];
    }

    /** Forgets the row before. */
    void begin() {
        Arrays.fill(normal, 0);
        Arrays.fill(right, 0);
        Arrays.fill(sum, 0);
        batched = 0;
        ratings = 0;
        residuals = 0;
    }

    /**
     * Adds one rating.
     *
     * @param others factors of the other side, row-major
     * @param from where the row begins
     * @param residual rating minus mean minus the other side's bias
     */
    void add(float[] others, int from, float residual) {
        int to = batched * stride;
        System.arraycopy(others, from, batch, to, factors);
        kernels.axpy(residual, batch, to, right, 0, stride);
        kernels.axpy(1, batch, to, sum, 0, stride);
        residuals += residual;
        ratings++;
        if (++batched == BATCH) {
            flush();
        }
    }

    /**
     * Draws the solution to an expected vector rather than to zero: the loss has λ_x |x - prior|². Call it once, after the ratings
     * or before.
     *
     * @param lambda the λ_x that {@link #solve} will be called with
     */
    void expect(float lambda, float[] prior, int from) {
        kernels.axpy(lambda, prior, from, right, 0, factors);
    }

    private void flush() {
        kernels.addProducts(1, batch, 0, batched, stride, 0, normal);
        batched = 0;
    }

    /**
     * Solves the row.
     *
     * @param lambda of the factors, more than 0
     * @param biasLambda of the bias, more than 0
     * @param x receives k factors
     * @param at where
     * @return the bias
     * @throws Unsolvable if there is none
     */
    float solve(float lambda, float biasLambda, float[] x, int at) {
        flush();
        for (int i = 0; i < factors; i++) {
            normal[i * stride + i] += lambda;
        }
        System.arraycopy(sum, 0, batch, 0, stride);
        if (!Cholesky.decompose(normal, factors, stride)) {
            throw new Unsolvable();
        }
        Cholesky.solve(normal, factors, stride, right);
        Cholesky.solve(normal, factors, stride, batch);
        double left = ratings - kernels.dot(sum, 0, batch, 0, factors);
        // Exactly computed it is 0 or more; rounding may take it below.
        float bias = (float) ((residuals - kernels.dot(sum, 0, right, 0, factors)) / (Math.max(0, left) + biasLambda));
        kernels.axpy(-bias, batch, 0, right, 0, factors);
        System.arraycopy(right, 0, x, at, factors);
        return bias;
    }
}
