package dev.marquee.cf.train.solve;

import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.kernel.VectorKernels;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Solves one row of alternating least squares: given the factors of the other side, the factors x and the bias b that
 * minimise
 *
 * <pre>Σ (r_j - b - x·y_j)² + λ_x |x|² + λ_b b²</pre>
 *
 * where r_j is what mean and the other side's bias leave of the rating. The bias is solved together with the factors,
 * as the coefficient of a constant 1 (Zhou et al. 2008; Koren, Bell, Volinsky 2009).
 *
 * <p>
 * With A = Σ y yᵀ + λ_x I and s = Σ y the normal equations are A x + s b = Σ r y and s·x + (n + λ_b) b = Σ r. A is
 * summed from batches of ratings and decomposed into UᵀU. With Uᵀf = Σ r y and Uᵀg = s, eliminating x leaves (n + λ_b -
 * g·g) b = Σ r - g·f, and then U x = f - b g. So the matrix keeps the order k, which fits whole vectors more often than
 * k + 1, and only one system is solved to the end. Not thread-safe: each worker has its own.
 */
public final class RowSolver {
    /** Ratings whose factors stay in the first-level cache together with the matrix, at k = 64. */
    private static final int BATCH = 64;

    /** Rounding, overflow or NaN left the normal equations without a solution. */
    public static final class Unsolvable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unsolvable() {
            super("the normal equations of a row have no solution");
        }

        /** Never {@code null}. */
        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }

    private final VectorKernels kernels = Kernels.get();
    private final int factors;
    private final int stride;
    private final float[] normal;
    private final float[] right;
    private final float[] sum;
    private final float[] batch;
    private final int[] batchRows = new int[BATCH];
    private final float[] batchResiduals = new float[BATCH];
    private final float[] solution;
    private final float[] slope;
    private final float[] reduced;
    private float[] others = {};
    private float @Nullable [] expected;
    private int expectedFrom;
    private int batched;
    private int ratings;
    private double residuals;
    private double squares;
    private double explained;

    public RowSolver(int factors) {
        this.factors = factors;
        this.stride = Cholesky.stride(factors);
        this.normal = new float[stride * stride];
        this.right = new float[stride];
        this.sum = new float[stride];
        this.batch = new float[BATCH * stride];
        this.solution = new float[stride];
        this.slope = new float[stride];
        this.reduced = new float[stride];
    }

    /**
     * Forgets the row before.
     *
     * @param othersFactors those of the other side, row-major, unchanged until {@link #solve}
     */
    public void begin(float[] othersFactors) {
        Arrays.fill(normal, 0);
        Arrays.fill(right, 0);
        Arrays.fill(sum, 0);
        others = othersFactors;
        batched = 0;
        ratings = 0;
        residuals = 0;
        squares = 0;
        expected = null;
    }

    /**
     * Adds one rating.
     *
     * @param other row of the other side
     * @param residual rating minus mean minus the other side's bias
     */
    public void add(int other, float residual) {
        batchRows[batched] = other;
        batchResiduals[batched] = residual;
        residuals += residual;
        squares += (double) residual * residual;
        ratings++;
        if (++batched == BATCH) {
            flush();
        }
    }

    /**
     * Draws the solution to an expected vector rather than to zero: the loss has λ_x |x - prior|². Call it once, after
     * the ratings or before.
     *
     * @param lambda the λ_x that {@link #solve} will be called with
     */
    public void expect(float lambda, float[] prior, int from) {
        kernels.axpy(lambda, prior, from, right, 0, factors);
        expected = prior;
        expectedFrom = from;
    }

    private void flush() {
        kernels.collect(others, factors, batchRows, batchResiduals, batched, batch, stride, sum, right);
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
    public float solve(float lambda, float biasLambda, float[] x, int at) {
        flush();
        for (int i = 0; i < factors; i++) {
            normal[i * stride + i] += lambda;
        }
        if (!Cholesky.decompose(normal, factors, stride)) {
            throw new Unsolvable();
        }
        System.arraycopy(right, 0, solution, 0, stride);
        Cholesky.forward(normal, factors, stride, solution, reduced);
        Cholesky.forward(normal, factors, stride, sum, slope);
        double left = ratings - kernels.sumOfSquares(slope, 0, factors);
        // Exactly computed it is 0 or more; rounding may take it below.
        float bias = (float) ((residuals - kernels.dot(slope, 0, reduced, 0, factors))
                / (Math.max(0, left) + biasLambda));
        kernels.axpy(-bias, slope, 0, reduced, 0, factors);
        Cholesky.backward(normal, factors, stride, reduced, solution);
        explained = kernels.dot(solution, 0, right, 0, factors)
                + lambda * kernels.sumOfSquares(solution, 0, factors)
                + bias * (residuals + biasLambda * (double) bias);
        if (expected != null) {
            explained -= 2 * lambda * kernels.dot(solution, 0, expected, expectedFrom, factors);
        }
        System.arraycopy(solution, 0, x, at, factors);
        return bias;
    }

    /**
     * The sum of the squared errors that the solution leaves. At the solution w of (ZᵀZ + Λ) w = Zᵀr + Λm, with m what
     * is expected, it is rᵀr - wᵀ(Zᵀr + Λm) - wᵀΛw + 2 wᵀΛm, so the ratings need not be looked at again. 0 or more;
     * rounding makes it vague where hardly any error is left.
     */
    public double squaredError() {
        double left = squares - explained;
        return Double.isFinite(left) ? Math.max(0, left) : left;
    }
}
