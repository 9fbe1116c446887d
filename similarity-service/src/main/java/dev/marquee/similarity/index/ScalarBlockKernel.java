package dev.marquee.similarity.index;

/**
 * The reference: plain loops.
 */
final class ScalarBlockKernel implements BlockKernel {

    @Override
    public long scores(float[] data, int base, int[] columns, float[] weights, int count, float[] start, int from,
            float floor, float[] out) {
        System.arraycopy(start, from, out, 0, ROWS);
        for (int i = 0; i < count; i++) {
            int column = base + columns[i] * ROWS;
            for (int r = 0; r < ROWS; r++) {
                out[r] += weights[i] * data[column + r];
            }
        }
        long found = 0;
        for (int r = 0; r < ROWS; r++) {
            found |= out[r] >= floor ? 1L << r : 0;
        }
        return found;
    }

    @Override
    public void add(float weight, float[] x, int from, float[] y, int length) {
        for (int i = 0; i < length; i++) {
            y[i] += weight * x[from + i];
        }
    }
}
