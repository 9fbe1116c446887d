package dev.marquee.cf.train.ials;

import dev.marquee.cf.train.solve.Cholesky;
import dev.marquee.cf.train.solve.GramMatrix;
import dev.marquee.cf.train.solve.RowSolver;
import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.kernel.VectorKernels;
import java.util.Arrays;

/**
 * Solves one row of implicit alternating least squares: given the factors of the other side, the factors x that
 * minimise
 *
 * <pre>Σ_rated w_j (1 - x·y_j)² + α₀ Σ_all (x·y_j)² + λ |x|²</pre>
 *
 * whose normal equations are (α₀ YᵀY + Σ w y yᵀ + λ I) x = Σ w y (Hu, Koren, Volinsky 2008). The first term is the same
 * for all rows and comes from a {@link GramMatrix}, so a row costs as much as its own ratings and one Cholesky
 * decomposition. Not thread-safe: each worker has its own.
 */
final class ImplicitRowSolver {
    private static final int BATCH = 64;

    private final VectorKernels kernels = Kernels.get();
    private final GramMatrix gram;
    private final float unobservedWeight;
    private final int factors;
    private final int stride;
    private final float[] normal;
    private final float[] right;
    private final float[] batch;
    private int batched;

    /** @param gram of the other side */
    ImplicitRowSolver(GramMatrix gram, double unobservedWeight) {
        this.gram = gram;
        this.unobservedWeight = (float) unobservedWeight;
        this.factors = gram.factors();
        this.stride = Cholesky.stride(factors);
        this.normal = new float[stride * stride];
        this.right = new float[stride];
        this.batch = new float[BATCH * stride];
    }

    /** Forgets the row before. */
    void begin() {
        gram.scaledTo(normal, unobservedWeight);
        Arrays.fill(right, 0);
        batched = 0;
    }

    /**
     * Adds one rating.
     *
     * @param others factors of the other side, row-major
     * @param from where the row begins
     * @param weight of the rating, 0 or more
     */
    void add(float[] others, int from, float weight) {
        int to = batched * stride;
        float root = (float) Math.sqrt(weight);
        System.arraycopy(others, from, batch, to, factors);
        kernels.scale(root, batch, to, factors);
        kernels.axpy(root, batch, to, right, 0, stride);
        if (++batched == BATCH) {
            flush();
        }
    }

    private void flush() {
        kernels.addProducts(1, batch, 0, batched, stride, 0, normal);
        batched = 0;
    }

    /**
     * Solves the row.
     *
     * @param lambda more than 0
     * @param x receives k factors
     * @param at where
     * @throws RowSolver.Unsolvable if rounding left no solution
     */
    void solve(float lambda, float[] x, int at) {
        flush();
        for (int i = 0; i < factors; i++) {
            normal[i * stride + i] += lambda;
        }
        if (!Cholesky.decompose(normal, factors, stride)) {
            throw new RowSolver.Unsolvable();
        }
        Cholesky.solve(normal, factors, stride, right);
        System.arraycopy(right, 0, x, at, factors);
    }
}
