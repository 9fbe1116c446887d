package dev.marquee.common.kernel;

/**
 * Arithmetic on ranges of float arrays, of any length. Implementations differ in the order of their additions, so
 * results agree up to rounding: relative to the sum of the absolute products, within a few ulps times the square root
 * of the length. Ranges are not checked beyond what the arrays themselves do. Stateless, thread-safe.
 */
public interface VectorKernels {

    /** Strides of {@link #addProducts} are multiples of this many floats: the widest vector of today's machines. */
    int PADDING = 16;

    /** A name for logs, such as {@code panama-512}. */
    String name();

    /** Σ a[fromA+i]·b[fromB+i] for i below length. */
    float dot(float[] a, int fromA, float[] b, int fromB, int length);

    /** y[fromY+i] += alpha·x[fromX+i]. */
    void axpy(float alpha, float[] x, int fromX, float[] y, int fromY, int length);

    /** x[from+i] *= alpha. */
    void scale(float alpha, float[] x, int from, int length);

    /** Σ x[from+i]². */
    float sumOfSquares(float[] x, int from, int length);

    /**
     * One vector against many: out[r] = Σ x[i]·matrix[(firstRow+r)·columns + i].
     *
     * @param x columns numbers
     * @param matrix row-major
     * @param out at least rows numbers
     */
    void dots(float[] x, float[] matrix, int columns, int firstRow, int rows, float[] out);

    /**
     * Adds the products of columns with each other, the heart of normal equations: with A the rows×stride matrix that
     * begins at a[fromA], {@code c[i·stride+j] += alpha·Σ_r A[r][i]·A[r][j]} for first ≤ i ≤ j &lt; stride. What stands
     * below the diagonal of c is not defined afterwards.
     *
     * @param a may be the array c itself, if its rows lie above row first
     * @param stride a multiple of {@link #PADDING}; the length of a row of A and of c
     * @param first a multiple of {@link #PADDING}
     * @param c stride×stride, row-major
     */
    void addProducts(float alpha, float[] a, int fromA, int rows, int stride, int first, float[] c);

    /**
     * Copies rows from anywhere in a matrix to stand one after another, and sums them, all in one pass: with y the row
     * rows[r] of the matrix, batch[r·stride+i] = y[i], sum[i] += y[i] and weighted[i] += weights[r]·y[i] for each r
     * below count and i below columns. What the batch holds between the rows stays.
     *
     * @param matrix row-major
     * @param stride columns or more
     */
    void collect(float[] matrix, int columns, int[] rows, float[] weights, int count, float[] batch, int stride,
            float[] sum, float[] weighted);

    /**
     * Sums rows from anywhere in a matrix: sum[at+i] += matrix[first + rows[r]·columns + i] for each r below count and
     * i below columns.
     *
     * @param matrix row-major, from first on
     */
    void addRows(float[] matrix, int first, int columns, int[] rows, int count, float[] sum, int at);
}
