package dev.marquee.similarity.index;

import dev.marquee.common.kernel.Kernels;

/**
 * The arithmetic of a search. Implementations round alike (a product, then a sum, never fused; each row's sum in the
 * order of the columns), so that their results are the same to the last bit, and a sum never exceeds one of which every
 * part is at least as large: the bounds on which the search relies need no margin. Stateless, thread-safe.
 */
interface BlockKernel {
    /** Rows in a block, so that a block's answer is one {@code long}. */
    int ROWS = Long.SIZE;

    /** The Vector API where its module is present, else plain loops. */
    static BlockKernel best() {
        return Kernels.vectorApiPresent() ? new VectorBlockKernel() : new ScalarBlockKernel();
    }

    /**
     * Finishes the scores of one block:
     * {@code out[r] = start[from + r] + Σ weights[i] · data[base + columns[i] · ROWS + r]}.
     *
     * @param data values of the frequent columns, {@link #ROWS} for each column
     * @param base where the block's first column begins
     * @param columns numbers of frequent columns
     * @param weights the query's values, one for each of the columns
     * @param count how many columns the query has
     * @param start what the rare columns have given
     * @param from where the block begins there
     * @param floor the least score of interest
     * @param out gets {@link #ROWS} scores
     * @return a bit for each row whose score is at least {@code floor}
     */
    long scores(float[] data, int base, int[] columns, float[] weights, int count, float[] start, int from, float floor,
            float[] out);

    /** {@code y[i] += weight · x[from + i]} for i below length. */
    void add(float weight, float[] x, int from, float[] y, int length);
}
