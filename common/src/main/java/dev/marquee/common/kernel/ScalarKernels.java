package dev.marquee.common.kernel;

/**
 * The reference: plain loops.
 */
final class ScalarKernels implements VectorKernels {

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public float dot(float[] a, int fromA, float[] b, int fromB, int length) {
        float sum = 0;
        for (int i = 0; i < length; i++) {
            sum += a[fromA + i] * b[fromB + i];
        }
        return sum;
    }

    @Override
    public void axpy(float alpha, float[] x, int fromX, float[] y, int fromY, int length) {
        for (int i = 0; i < length; i++) {
            y[fromY + i] += alpha * x[fromX + i];
        }
    }

    @Override
    public void scale(float alpha, float[] x, int from, int length) {
        for (int i = 0; i < length; i++) {
            x[from + i] *= alpha;
        }
    }

    @Override
    public float sumOfSquares(float[] x, int from, int length) {
        return dot(x, from, x, from, length);
    }

    @Override
    public void dots(float[] x, float[] matrix, int columns, int firstRow, int rows, float[] out) {
        for (int r = 0; r < rows; r++) {
            out[r] = dot(x, 0, matrix, (firstRow + r) * columns, columns);
        }
    }

    @Override
    public void addProducts(float alpha, float[] a, int fromA, int rows, int stride, int first, float[] c) {
        for (int i = first; i < stride; i++) {
            for (int r = 0; r < rows; r++) {
                int row = fromA + r * stride;
                axpy(alpha * a[row + i], a, row + i, c, i * stride + i, stride - i);
            }
        }
    }

    @Override
    public void collect(float[] matrix, int columns, int[] rows, float[] weights, int count, float[] batch, int stride,
            float[] sum, float[] weighted) {
        for (int r = 0; r < count; r++) {
            System.arraycopy(matrix, rows[r] * columns, batch, r * stride, columns);
            axpy(1, batch, r * stride, sum, 0, columns);
            axpy(weights[r], batch, r * stride, weighted, 0, columns);
        }
    }

    @Override
    public void addRows(float[] matrix, int first, int columns, int[] rows, int count, float[] sum, int at) {
        for (int r = 0; r < count; r++) {
            axpy(1, matrix, first + rows[r] * columns, sum, at, columns);
        }
    }
}
