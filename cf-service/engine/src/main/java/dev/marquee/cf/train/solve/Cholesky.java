package dev.marquee.cf.train.solve;

import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.kernel.VectorKernels;
import java.util.Arrays;

/**
 * Cholesky's decomposition A = UᵀU of a symmetric positive definite matrix of which only the upper triangle, row-major,
 * is read; it is overwritten with U. Sixteen rows at a time are decomposed and their products then taken off everything
 * below at once, which is where {@link VectorKernels#addProducts} is fast. Matrices and vectors are padded to whole
 * vectors; the padding is overwritten. Stateless, thread-safe.
 */
public final class Cholesky {
    /** Rows decomposed at a time. */
    static final int BLOCK = VectorKernels.PADDING;
    private static final boolean VECTORS = Kernels.vectorApiPresent();

    private Cholesky() {}

    /** The order of a padded matrix and the length of a padded vector. */
    public static int stride(int n) {
        return (n + BLOCK - 1) / BLOCK * BLOCK;
    }

    /**
     * @param a stride×stride, of which the first n rows and columns count; the upper triangle becomes U, what is below
     *            it is not defined afterwards
     * @param n order of the matrix
     * @param stride n rounded up to a multiple of {@link VectorKernels#PADDING}
     * @return whether the matrix is positive definite to working precision, and finite
     */
    public static boolean decompose(float[] a, int n, int stride) {
        for (int row = 0; row < stride; row++) {
            if (n < stride) {
                Arrays.fill(a, row * stride + n, (row + 1) * stride, 0);
            }
            if (row >= n) {
                a[row * stride + row] = 1;
            }
        }
        for (int block = 0; block < stride; block += BLOCK) {
            if (!(VECTORS ? PanamaCholesky.rows(a, block, stride) : PlainCholesky.rows(a, block, stride))) {
                return false;
            }
            if (block + BLOCK < stride) {
                Kernels.get().addProducts(-1, a, block * stride, BLOCK, stride, block + BLOCK, a);
            }
        }
        return true;
    }

    /** Whether a root can be taken of the pivot and divided by. */
    static boolean fits(float pivot) {
        return pivot > 0 && pivot < Float.POSITIVE_INFINITY;
    }

    /**
     * Solves Uᵀx = b.
     *
     * @param u as {@link #decompose} left it
     * @param b stride numbers, overwritten
     * @param x stride numbers, another array
     */
    public static void forward(float[] u, int n, int stride, float[] b, float[] x) {
        Arrays.fill(b, n, stride, 0);
        if (VECTORS) {
            PanamaCholesky.forward(u, stride, b, x);
        } else {
            PlainCholesky.forward(u, stride, b, x);
        }
    }

    /**
     * Solves U x = b.
     *
     * @param u as {@link #decompose} left it
     * @param b stride numbers
     * @param x stride numbers, another array
     */
    public static void backward(float[] u, int n, int stride, float[] b, float[] x) {
        Arrays.fill(b, n, stride, 0);
        Arrays.fill(x, 0, stride, 0);
        if (VECTORS) {
            PanamaCholesky.backward(u, stride, b, x);
        } else {
            PlainCholesky.backward(u, stride, b, x);
        }
    }

    /**
     * Solves UᵀU x = b in place.
     *
     * @param u as {@link #decompose} left it
     * @param b stride numbers; becomes x
     */
    public static void solve(float[] u, int n, int stride, float[] b) {
        float[] between = new float[stride];
        forward(u, n, stride, b, between);
        backward(u, n, stride, between, b);
    }
}
