package dev.marquee.cf.train.solve;

/**
 * The parts of {@link Cholesky} by plain loops: the reference.
 */
final class PlainCholesky {
    private PlainCholesky() {}

    /** Decomposes some rows, on and right of the diagonal. */
    static boolean rows(float[] a, int block, int stride) {
        for (int row = block; row < block + Cholesky.BLOCK; row++) {
            int from = row * stride;
            float pivot = a[from + row];
            if (!Cholesky.fits(pivot)) {
                return false;
            }
            float inverse = 1 / (float) Math.sqrt(pivot);
            for (int j = row; j < stride; j++) {
                a[from + j] *= inverse;
            }
            for (int below = row + 1; below < block + Cholesky.BLOCK; below++) {
                for (int j = below; j < stride; j++) {
                    a[below * stride + j] -= a[from + below] * a[from + j];
                }
            }
        }
        return true;
    }

    static void forward(float[] u, int stride, float[] b, float[] x) {
        for (int row = 0; row < stride; row++) {
            x[row] = b[row] / u[row * stride + row];
            for (int j = row + 1; j < stride; j++) {
                b[j] -= x[row] * u[row * stride + j];
            }
        }
    }

    static void backward(float[] u, int stride, float[] b, float[] x) {
        for (int row = stride - 1; row >= 0; row--) {
            float sum = 0;
            for (int j = row + 1; j < stride; j++) {
                sum += u[row * stride + j] * x[j];
            }
            x[row] = (b[row] - sum) / u[row * stride + row];
        }
    }
}
