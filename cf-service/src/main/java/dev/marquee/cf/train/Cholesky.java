package dev.marquee.cf.train;

import dev.marquee.common.error.TrainingFailed;
import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.kernel.VectorKernels;

/**
 * Cholesky's decomposition A = UᵀU of a symmetric positive definite matrix of which only the upper triangle, row-major, is
 * read and overwritten. Working by rows keeps every inner loop on consecutive numbers. Stateless, thread-safe.
 */
final class Cholesky {
    private static final VectorKernels KERNELS = Kernels.get();

    private Cholesky() {}

    /**
     * @param a n×n; its upper triangle becomes U
     * @throws TrainingFailed if the matrix is not positive definite to working precision
     */
    static void decompose(float[] a, int n) {
        for (int row = 0; row < n; row++) {
            int diagonal = row * n + row;
            float pivot = a[diagonal];
            if (!(pivot > 0)) {
                throw new TrainingFailed("The normal equations cannot be solved (pivot " + pivot + " at " + row
                        + "). Raise regularization.");
            }
            KERNELS.scale((float) (1 / Math.sqrt(pivot)), a, diagonal, n - row);
            for (int below = row + 1; below < n; below++) {
                KERNELS.axpy(-a[row * n + below], a, row * n + below, a, below * n + below, n - below);
            }
        }
    }

    /**
     * Solves UᵀU x = b in place.
     *
     * @param u as {@link #decompose} left it
     * @param b becomes x
     */
    static void solve(float[] u, int n, float[] b) {
        for (int row = 0; row < n; row++) {
            b[row] /= u[row * n + row];
            KERNELS.axpy(-b[row], u, row * n + row + 1, b, row + 1, n - row - 1);
        }
        for (int row = n - 1; row >= 0; row--) {
            float sum = KERNELS.dot(u, row * n + row + 1, b, row + 1, n - row - 1);
            b[row] = (b[row] - sum) / u[row * n + row];
        }
    }
}
