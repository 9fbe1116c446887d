package dev.marquee.cf.train.prior;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.train.support.Workers;
import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.kernel.VectorKernels;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of one side are expected before their ratings are looked at: row u with the columns N(u) at
 *
 * <pre>g_u = c + Σ_{j ∈ N(u)} y_j / √|N(u)|</pre>
 *
 * as in SVD++ (Koren 2008) and constrained probabilistic matrix factorisation (Salakhutdinov and Mnih 2007), with a
 * constant c, or without one where rows are given away from their mean. The features y are the ridge regression of the
 * rows' factors on who rated what, as in Macau (Simm et al. 2015):
 *
 * <pre>min Σ_u w_u |x_u - g_u|² + λ Σ_j |y_j|²</pre>
 *
 * solved for all factors at once by a few steps of the conjugate gradient method with a diagonal preconditioner, from
 * where the last call left off. All sums are formed in the same order whatever the number of threads. Not thread-safe.
 */
public final class ImplicitPrior {
    private static final int ROWS_AT_ONCE = 64;
    private static final int ENTRIES_AT_ONCE = 256;
    /**
     * Where the rows of those arrays begin that most sums read from: large arrays stand at the start of a page, and
     * their numbers begin 16 bytes later; this many floats on, rows of whole vectors begin at cache lines.
     */
    private static final int FIRST = 12;

    private final VectorKernels kernels = Kernels.get();
    private final Csr rows;
    private final Csr columns;
    private final int factors;
    /** Columns, and one for the constant. */
    private final int width;
    private final float[] weights;
    private final float[] scales;
    private final float[] diagonal;
    private final float constantScale;
    private final float[] features;
    private final float[] means;
    private final float[] rowTerms;
    private final float[] residuals;
    private final float[] directions;
    private final float[] images;
    private float[] lambdas = {};
    private boolean meansKnown = true;

    /**
     * @param rows the side whose prior this is
     * @param columns its transpose
     * @param weights w_u, 0 or more, of each row
     * @param constant whether there is one; it is not held back by λ
     */
    public ImplicitPrior(Csr rows, Csr columns, float[] weights, int factors, boolean constant) {
        this.rows = rows;
        this.columns = columns;
        this.factors = factors;
        this.weights = weights;
        this.scales = RegressionTerms.scales(rows);
        this.width = columns.rows() + (constant ? 1 : 0);
        this.diagonal = RegressionTerms.diagonal(columns, weights, scales);
        int numbers = Math.multiplyExact(width, factors);
        this.features = new float[numbers];
        this.residuals = new float[numbers];
        this.directions = new float[FIRST + numbers];
        this.images = new float[numbers];
        this.means = new float[Math.multiplyExact(rows.rows(), factors)];
        this.rowTerms = new float[FIRST + means.length];
        this.constantScale = RegressionTerms.constantScale(rows, weights);
    }

    /** 1 for each row that has an entry, else 0. */
    public static float[] present(Csr rows) {
        float[] present = new float[rows.rows()];
        for (int row = 0; row < present.length; row++) {
            present[row] = rows.length(row) == 0 ? 0 : 1;
        }
        return present;
    }

    /** g, as of the last {@link #fit}: rows × k, row-major; at first zeros. */
    public float[] means() {
        return means;
    }

    /** y, as of the last {@link #fit}: columns × k, row-major; then the k numbers of the constant, if there is one. */
    public float[] features() {
        return features;
    }

    /** Begins at given features, as {@link #features} has them. */
    public void start(float[] first) {
        System.arraycopy(first, 0, features, 0, features.length);
        meansKnown = false;
    }

    /**
     * Draws the features nearer to what explains the rows' factors.
     *
     * @param targets x: rows × k, row-major
     * @param regularization λ of each factor, more than 0
     * @param noise columns × k, row-major, to be added to the right side Fᵀ W x of the normal equations, or
     *            {@code null}
     * @param steps of the conjugate gradient method
     */
    public void fit(float[] targets, float[] regularization, float @Nullable [] noise, int steps, Workers workers) {
        lambdas = regularization;
        if (!meansKnown) {
            sumMeans(workers);
        }
        eachRow(rows.rows(), workers, row -> {
            float weight = weights[row] * scales[row];
            for (int at = row * factors; at < (row + 1) * factors; at++) {
                rowTerms[FIRST + at] = weight * (targets[at] - means[at]);
            }
        });
        sumRows(residuals, workers);
        addRegularized(residuals, -1, features, 0, workers);
        if (noise != null) {
            kernels.axpy(1, noise, 0, residuals, 0, noise.length);
        }
        descend(steps, workers);
        sumMeans(workers);
    }

    /** Brings {@link #means} up to what the features say. */
    public void sumMeans(Workers workers) {
        sumFeatures(features, 0, means, 0, workers);
        meansKnown = true;
    }

    private void descend(int steps, Workers workers) {
        Arrays.fill(directions, 0);
        double[] lengths = new double[factors];
        for (int step = 0; step < steps; step++) {
            double[] now = products(residuals, 0, residuals, true, workers);
            float[] keep = RegressionTerms.ratios(now, lengths);
            lengths = now;
            eachRow(width, workers, column -> {
                for (int f = 0, at = column * factors; f < factors; f++, at++) {
                    directions[FIRST + at] = residuals[at] / scale(column, f)
                            + keep[f] * directions[FIRST + at];
                }
            });
            multiply(workers);
            float[] stride = RegressionTerms.ratios(lengths,
                    products(directions, FIRST, images, false, workers));
            eachRow(width, workers, column -> {
                for (int f = 0, at = column * factors; f < factors; f++, at++) {
                    features[at] += stride[f] * directions[FIRST + at];
                    residuals[at] -= stride[f] * images[at];
                }
            });
        }
    }

    /** Of the preconditioner. */
    private float scale(int column, int f) {
        return column < columns.rows() ? diagonal[column] + lambdas[f] : constantScale;
    }

    /** images = (Fᵀ W F + λ) directions. */
    private void multiply(Workers workers) {
        sumFeatures(directions, FIRST, rowTerms, FIRST, workers);
        eachRow(rows.rows(), workers,
                row -> kernels.scale(weights[row] * scales[row], rowTerms, FIRST + row * factors, factors));
        sumRows(images, workers);
        addRegularized(images, 1, directions, FIRST, workers);
    }

    /** target_u = source_c + Σ_j source_j / √|N(u)|; 0 for a row without columns. */
    private void sumFeatures(float[] source, int first, float[] target, int at, Workers workers) {
        eachRow(rows.rows(), workers, row -> {
            sumEntries(rows, row, source, first, target, at + row * factors);
            kernels.scale(scales[row], target, at + row * factors, factors);
            if (hasConstant() && scales[row] > 0) {
                kernels.axpy(1, source, first + columns.rows() * factors, target, at + row * factors, factors);
            }
        });
    }

    private boolean hasConstant() {
        return width > columns.rows();
    }

    /** target_j = Σ_u rowTerms_u, and target_c = Σ_u rowTerms_u √|N(u)|. */
    private void sumRows(float[] target, Workers workers) {
        eachRow(columns.rows(), workers,
                column -> sumEntries(columns, column, rowTerms, FIRST, target, column * factors));
        if (hasConstant()) {
            double[] sums = sums(rows.rows(), workers,
                    (row, f, at) -> scales[row] == 0 ? 0 : rowTerms[FIRST + at] / scales[row]);
            for (int f = 0; f < factors; f++) {
                target[columns.rows() * factors + f] = (float) sums[f];
            }
        }
    }

    /** The sum of those rows of the source that are the columns of a row's entries. */
    private void sumEntries(Csr matrix, int row, float[] source, int first, float[] target, int to) {
        Arrays.fill(target, to, to + factors, 0);
        int[] indexes = new int[ENTRIES_AT_ONCE];
        for (int position = matrix.start(row); position < matrix.end(row); position += ENTRIES_AT_ONCE) {
            int count = Math.min(ENTRIES_AT_ONCE, matrix.end(row) - position);
            matrix.copyIndexes(position, count, indexes);
            kernels.addRows(source, first, factors, indexes, count, target, to);
        }
    }

    /** target += sign·λ·source. */
    private void addRegularized(float[] target, int sign, float[] source, int first, Workers workers) {
        eachRow(columns.rows(), workers, column -> {
            for (int f = 0, at = column * factors; f < factors; f++, at++) {
                target[at] += sign * lambdas[f] * source[first + at];
            }
        });
    }

    /** By factor Σ_j a_j·b_j, each divided by the diagonal where that is asked for. */
    private double[] products(float[] a, int first, float[] b, boolean preconditioned, Workers workers) {
        return sums(width, workers, (column, f, at) -> a[first + at] * b[at]
                / (preconditioned ? scale(column, f) : 1));
    }

    /** A number of a row, at its place in a matrix of k columns. */
    private interface Term {
        float of(int row, int f, int at);
    }

    /** By factor, over all rows, in an order that does not depend on the number of threads. */
    private double[] sums(int count, Workers workers, Term term) {
        double[] partial = new double[Math.ceilDiv(count, ROWS_AT_ONCE) * factors];
        eachRow(count, workers, row -> {
            int to = row / ROWS_AT_ONCE * factors;
            for (int f = 0, at = row * factors; f < factors; f++, at++) {
                partial[to + f] += term.of(row, f, at);
            }
        });
        double[] sums = new double[factors];
        for (int i = 0; i < partial.length; i++) {
            sums[i % factors] += partial[i];
        }
        return sums;
    }

    private static void eachRow(int count, Workers workers, java.util.function.IntConsumer task) {
        workers.chunks(count, ROWS_AT_ONCE, (from, to) -> {
            for (int row = from; row < to; row++) {
                task.accept(row);
            }
        });
    }
}
