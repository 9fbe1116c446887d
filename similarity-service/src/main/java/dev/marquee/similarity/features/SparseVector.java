package dev.marquee.similarity.features;

/**
 * A sparse row: columns in ascending order, each once, with a value other than 0. Immutable, thread-safe.
 */
public final class SparseVector {
    private final int[] columns;
    private final float[] values;

    /**
     * Takes over both arrays, which are of one length.
     */
    SparseVector(int[] columns, float[] values) {
        this.columns = columns;
        this.values = values;
    }

    /**
     * Scaled to length 1, leaving out what is 0. A vector of zeros stays without entries, so that its cosine with
     * anything is 0.
     *
     * @param columns ascending, distinct
     * @param values finite, as many
     */
    public static SparseVector normalised(int[] columns, double[] values) {
        double squares = 0;
        int kept = 0;
        for (double value : values) {
            squares += value * value;
            kept += value == 0 ? 0 : 1;
        }
        int[] keptColumns = new int[kept];
        float[] keptValues = new float[kept];
        double scale = 1 / Math.sqrt(squares);
        int to = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                keptColumns[to] = columns[i];
                keptValues[to++] = (float) (values[i] * scale);
            }
        }
        return new SparseVector(keptColumns, keptValues);
    }

    /** How many entries there are. */
    public int size() {
        return columns.length;
    }

    public int column(int entry) {
        return columns[entry];
    }

    public float value(int entry) {
        return values[entry];
    }

    /** Copies the entries into the arrays from position {@code at} on. */
    void copyTo(int[] toColumns, float[] toValues, int at) {
        System.arraycopy(columns, 0, toColumns, at, columns.length);
        System.arraycopy(values, 0, toValues, at, values.length);
    }
}
