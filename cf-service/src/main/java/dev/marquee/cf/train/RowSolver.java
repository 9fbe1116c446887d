package dev.marquee.cf.train;

import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.kernel.VectorKernels;
import java.util.Arrays;

/**
 * Solves one row of alternating least squares: given the factors of the other side, the factors x and the bias b that
 * minimise
 *
 * <pre>Σ (r_j - c_j - b - x·y_j)² + λ_x |x|² + λ_b b²</pre>
 *
 * where c_j is what mean and the other side's bias explain already. The bias is solved together with the factors, as the
 * coefficient of a constant 1 (Zhou et al. 2008; Koren, Bell, Volinsky 2009).
 *
 * <p>
 * The (k+1)×(k+1) normal equations are summed four ratings at a time and solved by Cholesky's decomposition. Not
 * thread-safe: each worker has its own.
 */
final class RowSolver {
    private static final int BATCH = 4;

    private final VectorKernels kernels = Kernels.get();
    private final int factors;
    private final int order;
    private final float[] normal;
    private final float[] right;
    private final float[] batch;
    private int batched;

    RowSolver(int factors) {
        this.factors = factors;
        this.order = factors + 1;
        this.normal = new float[order * order];
        this.right = new float[order];
        this.batch = new float[BATCH * order];
    }

    /** Forgets the row before. */
    void begin() {
        Arrays.fill(normal, 0);
        Arrays.fill(right, 0);
        batched = 0;
    }

    /**
     * Adds one rating.
     *
     * @param others factors of the other side, row-major
     * @param from where the row begins
     * @param residual rating minus mean minus the other side's bias
     */
    void add(float[] others, int from, float residual) {
        int to = batched * order;
        System.arraycopy(others, from, batch, to, factors);
        batch[to + factors] = 1;
        kernels.axpy(residual, batch, to, right, 0, order);
        if (++batched == BATCH) {
            flush();
        }
    }

    /** Adds the products of the batched rows to the upper triangle. */
    private void flush() {
        for (int row = 0; row < order; row++) {
            for (int j = 0; j < batched; j++) {
                int from = j * order;
                kernels.axpy(batch[from + row], batch, from + row, normal, row * order + row, order - row);
            }
        }
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
     */
    float solve(float lambda, float biasLambda, float[] x, int at) {
        flush();
        for (int i = 0; i < factors; i++) {
            normal[i * order + i] += lambda;
        }
        normal[factors * order + factors] += biasLambda;
        Cholesky.decompose(normal, order);
        Cholesky.solve(normal, order, right);
        System.arraycopy(right, 0, x, at, factors);
        return right[factors];
    }
}
