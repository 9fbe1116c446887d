package dev.marquee.cf.train.solve;

import dev.marquee.cf.train.support.Workers;
import dev.marquee.common.kernel.Kernels;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * YᵀY, the sum of the products of each row of Y with itself: what all pairs without a rating add to the normal
 * equations of a row of the other side (Hu, Koren, Volinsky 2008). The upper triangle of a symmetric k×k matrix,
 * padded. Immutable, thread-safe.
 */
public final class GramMatrix {
    /** Rows are summed by parts of a number that does not depend on the threads, so neither does the sum. */
    private static final int MOST_PARTS = 16;
    private static final int LEAST_ROWS = 256;
    private static final int BATCH = 64;

    private final int factors;
    private final int stride;
    private final float[] values;

    private GramMatrix(int factors, float[] values) {
        this.factors = factors;
        this.stride = Cholesky.stride(factors);
        this.values = values;
    }

    /**
     * @param rows row-major, without padding
     */
    public static GramMatrix of(float[] rows, int factors, Workers workers) {
        return of(rows, factors, null, workers);
    }

    /**
     * @param rows row-major, without padding
     * @param weights of each row, 0 or more, or {@code null} for 1
     */
    public static GramMatrix of(float[] rows, int factors, float @Nullable [] weights, Workers workers) {
        int count = rows.length / factors;
        int parts = Math.clamp(count / LEAST_ROWS, 1, MOST_PARTS);
        float[][] sums = new float[parts][];
        workers.run(worker -> {
            for (int part = worker; part < parts; part += workers.count()) {
                int from = (int) ((long) count * part / parts);
                int to = (int) ((long) count * (part + 1) / parts);
                sums[part] = sum(rows, factors, weights, from, to, workers);
            }
        });
        for (int part = 1; part < parts; part++) {
            Kernels.get().axpy(1, sums[part], 0, sums[0], 0, sums[0].length);
        }
        return new GramMatrix(factors, sums[0]);
    }

    private static float[] sum(float[] rows, int factors, float @Nullable [] weights, int from, int to,
            Workers workers) {
        int stride = Cholesky.stride(factors);
        float[] sum = new float[stride * stride];
        float[] batch = new float[BATCH * stride];
        for (int first = from; first < to; first += BATCH) {
            workers.checkCancelled();
            int count = Math.min(BATCH, to - first);
            for (int row = 0; row < count; row++) {
                System.arraycopy(rows, (first + row) * factors, batch, row * stride, factors);
                if (weights != null) {
                    Kernels.get().scale((float) Math.sqrt(weights[first + row]), batch, row * stride, factors);
                }
            }
            Kernels.get().addProducts(1, batch, 0, count, stride, 0, sum);
        }
        return sum;
    }

    public int factors() {
        return factors;
    }

    /** A copy in double precision, with both triangles. */
    DMatrixRMaj toMatrix() {
        DMatrixRMaj matrix = new DMatrixRMaj(factors, factors);
        for (int row = 0; row < factors; row++) {
            for (int column = row; column < factors; column++) {
                matrix.set(row, column, values[row * stride + column]);
                matrix.set(column, row, values[row * stride + column]);
            }
        }
        return matrix;
    }

    /** Replaces a stride×stride matrix by this one times a number; below the diagonal nothing is defined. */
    public void scaledTo(float[] target, float scale) {
        System.arraycopy(values, 0, target, 0, values.length);
        Kernels.get().scale(scale, target, 0, values.length);
    }

    /** Σ (x·y)² over all rows x of one side and y of the other: the inner product of their Gram matrices. */
    public double product(GramMatrix other) {
        return IntStream.range(0, factors).mapToDouble(row -> {
            int diagonal = row * stride + row;
            double beside = Kernels.get().dot(values, diagonal + 1, other.values, diagonal + 1, factors - row - 1);
            return (double) values[diagonal] * other.values[diagonal] + 2 * beside;
        }).sum();
    }
}
