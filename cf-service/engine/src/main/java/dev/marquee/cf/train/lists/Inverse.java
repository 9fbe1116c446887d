package dev.marquee.cf.train.lists;

import dev.marquee.cf.train.support.Workers;
import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.kernel.VectorKernels;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The inverse of a symmetric positive definite matrix, in its own place, by sweeping blocks of rows and columns. Takes
 * n³/2 multiplications. The result does not depend on the number of threads.
 */
final class Inverse {
    private static final int BLOCK = 64;
    private static final int ROWS_AT_ONCE = 16;

    private final VectorKernels kernels = Kernels.get();
    private final float[] matrix;
    private final int size;
    private final Workers workers;
    private final float[] panel;
    private final float[] products;

    private Inverse(float[] matrix, int size, Workers workers) {
        this.matrix = matrix;
        this.size = size;
        this.workers = workers;
        this.panel = new float[size * BLOCK];
        this.products = new float[size * BLOCK];
    }

    /**
     * Replaces the lower triangle of a matrix by that of its inverse.
     *
     * @param matrix size×size, row-major; what stands above the diagonal is not looked at
     * @return whether all numbers of the result are finite
     */
    static boolean invert(float[] matrix, int size, Workers workers) {
        Inverse inverse = new Inverse(matrix, size, workers);
        for (int from = 0; from < size; from += BLOCK) {
            if (!inverse.sweep(from, Math.min(BLOCK, size - from))) {
                return false;
            }
        }
        for (int row = 0; row < size; row++) {
            inverse.kernels.scale(-1, matrix, row * size, row + 1);
        }
        return true;
    }

    private boolean sweep(int from, int width) {
        DMatrixRMaj middle = new DMatrixRMaj(width, width);
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                middle.set(i, j, at(from + i, from + j));
                middle.set(j, i, at(from + i, from + j));
            }
        }
        DMatrixRMaj inverted = new DMatrixRMaj(width, width);
        if (!CommonOps_DDRM.invertSPD(middle, inverted)) {
            return false;
        }
        workers.chunks(size, BLOCK, (first, end) -> multiply(first, end, from, width, inverted.data));
        workers.chunks(size, ROWS_AT_ONCE, (first, end) -> subtract(first, end, from, width));
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[(from + i) * size + from + j] = (float) -inverted.get(i, j);
            }
        }
        return true;
    }

    private float at(int row, int column) {
        return row >= column ? matrix[row * size + column] : matrix[column * size + row];
    }

    /** Keeps the block's columns, and what they are times the block's inverse. */
    private void multiply(int first, int end, int from, int width, double[] inverted) {
        for (int row = first; row < end; row++) {
            for (int j = 0; j < width; j++) {
                panel[row * width + j] = at(row, from + j);
            }
            for (int j = 0; j < width; j++) {
                double sum = 0;
                for (int f = 0; f < width; f++) {
                    sum += panel[row * width + f] * inverted[f * width + j];
                }
                products[row * width + j] = (float) sum;
            }
        }
    }

    private void subtract(int first, int end, int from, int width) {
        float[] row = new float[width];
        float[] dots = new float[size];
        for (int i = first; i < end; i++) {
            if (i >= from && i < from + width) {
                store(i, from, width);
                continue;
            }
            System.arraycopy(products, i * width, row, 0, width);
            kernels.dots(row, panel, width, 0, i + 1, dots);
            for (int j = 0; j <= i; j++) {
                if (j < from || j >= from + width) {
                    matrix[i * size + j] -= dots[j];
                }
            }
            if (i >= from + width) {
                System.arraycopy(row, 0, matrix, i * size + from, width);
            }
        }
    }

    /** A row of the block, to the left of it: the products of the rows that stand above. */
    private void store(int i, int from, int width) {
        for (int j = 0; j < from; j++) {
            matrix[i * size + j] = products[j * width + i - from];
        }
    }
}
