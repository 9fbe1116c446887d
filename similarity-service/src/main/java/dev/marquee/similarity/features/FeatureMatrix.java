package dev.marquee.similarity.features;

import java.util.List;

/**
 * The vectors of many movies, compressed by rows (CSR); each row has length 1, with its own part (see
 * {@link SparseVector}) counted. Immutable, thread-safe.
 */
public final class FeatureMatrix {
    private final int columnCount;
    private final int[] starts;
    private final int[] columns;
    private final float[] values;
    private final float[] own;

    private FeatureMatrix(int columnCount, int[] starts, int[] columns, float[] values, float[] own) {
        this.columnCount = columnCount;
        this.starts = starts;
        this.columns = columns;
        this.values = values;
        this.own = own;
    }

    /**
     * @param rows vectors whose columns are below {@code columnCount}
     */
    public static FeatureMatrix of(List<SparseVector> rows, int columnCount) {
        int[] starts = new int[rows.size() + 1];
        for (int r = 0; r < rows.size(); r++) {
            starts[r + 1] = Math.addExact(starts[r], rows.get(r).size());
        }
        int entries = starts[rows.size()];
        int[] columns = new int[entries];
        float[] values = new float[entries];
        float[] own = new float[rows.size()];
        for (int r = 0; r < rows.size(); r++) {
            rows.get(r).copyTo(columns, values, starts[r]);
            own[r] = rows.get(r).own();
        }
        return new FeatureMatrix(columnCount, starts, columns, values, own);
    }

    public int rows() {
        return starts.length - 1;
    }

    public int columns() {
        return columnCount;
    }

    /** How many entries all rows have together. */
    public int entries() {
        return columns.length;
    }

    /** The first entry of a row; that of the row after it is the end. */
    public int start(int row) {
        return starts[row];
    }

    public int column(int entry) {
        return columns[entry];
    }

    public float value(int entry) {
        return values[entry];
    }

    /** One row, without a copy. */
    public SparseVector row(int row) {
        return new SparseVector(columns, values, starts[row], starts[row + 1] - starts[row], own[row]);
    }
}
