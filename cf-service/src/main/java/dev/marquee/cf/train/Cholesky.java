package dev.marquee.cf.train;

import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.kernel.VectorKernels;

/**
 * Cholesky's decomposition A = UᵀU of a symmetric positive definite matrix of which only the upper triangle, row-major, is
 * read; it is overwritten with U. Blocks of rows are decomposed one after another; the products of a block are then taken
 * off everything below it at once, which is where the time goes and where {@link VectorKernels#addProducts} is fast.
 * Stateless, thread-safe.
 */
final class Cholesky {
    private static final VectorKernels KERNELS = Kernels.get();
    private static final int BLOCK = VectorKernels.PADDING;

    private Cholesky() {}

    /**
     * @param a stride×stride, of which the first n rows and columns count; the upper triangle becomes U
     * @param n order of the matrix
     * @param stride n or more, a multiple of {@link VectorKernels#PADDING}
     * @return whether the matrix is positive definite to working precision
     */
    static boolean decompose(float[] a, int n, int stride) {
        for (int block = 0; block < n; block += BLOCK) {
            int end = Math.min(block + BLOCK, n);
            for (int row = block; row < end; row++) {
                int from = row * stride;
                float pivot = a[from + row];
                if (!(pivot > 0)) {
                    return false;
                }
                KERNELS.scale((float) (1 / Math.sqrt(pivot)), a, from + row, n - row);
                for (int below = row + 1; below < end; below++) {
                    KERNELS.axpy(-a[from + below], a, from + below, a, below * stride + below, n - below);
                }
            }
            if (end < n) {
                KERNELS.addProducts(-1, a, block * stride, BLOCK, stride, end, a);
            }
        }
        return true;
    }

    /**
     * Solves UᵀU x = b in place.
     *
     * @param u as {@link #decompose} left it
     * @param b becomes x
     */
    static void solve(float[] u, int n, int stride, float[] b) {
        for (int row = 0; row < n; row++) {
            int diagonal = row * stride + row;
            b[row] /= u[diagonal];
            KERNELS.axpy(-b[row], u, diagonal + 1, b, row + 1, n - row - 1);
        }
        for (int row = n - 1; row >= 0; row--) {
            int diagonal = row * stride + row;
            float sum = KERNELS.dot(u, diagonal + 1, b, row + 1, n - row - 1);
            b[row] = (b[row] - sum) / u[diagonal];
        }
    }
}
