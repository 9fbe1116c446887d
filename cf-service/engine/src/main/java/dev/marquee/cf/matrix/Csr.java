package dev.marquee.cf.matrix;

import java.util.Arrays;

/**
 * A sparse matrix of floats in compressed sparse row form. Within a row the entries stand by ascending column; no
 * column occurs twice. The arrays are not handed out; the accessors are small enough to be inlined. Immutable,
 * thread-safe.
 */
public final class Csr {
    private final int columns;
    private final int[] starts;
    private final int[] indexes;
    private final float[] values;

    /**
     * Takes the arrays over without a copy; the caller must not keep them.
     *
     * @param starts rows + 1 positions, ascending from 0 to the number of entries
     */
    Csr(int columns, int[] starts, int[] indexes, float[] values) {
        if (indexes.length != values.length || starts[starts.length - 1] != indexes.length) {
            throw new IllegalArgumentException("CSR arrays do not fit: " + indexes.length + " indexes, " + values.length
                    + " values, end " + starts[starts.length - 1]);
        }
        this.columns = columns;
        this.starts = starts;
        this.indexes = indexes;
        this.values = values;
    }

    public int rows() {
        return starts.length - 1;
    }

    public int columns() {
        return columns;
    }

    /** Number of entries. */
    public int size() {
        return indexes.length;
    }

    /** Position of the row's first entry. */
    public int start(int row) {
        return starts[row];
    }

    /** Position after the row's last entry. */
    public int end(int row) {
        return starts[row + 1];
    }

    /** Number of entries of the row. */
    public int length(int row) {
        return starts[row + 1] - starts[row];
    }

    /** Column of the entry at a position. */
    public int index(int position) {
        return indexes[position];
    }

    /** Value of the entry at a position. */
    public float value(int position) {
        return values[position];
    }

    /** Position of an entry, or -1 where there is none. */
    public int find(int row, int column) {
        int position = Arrays.binarySearch(indexes, starts[row], starts[row + 1], column);
        return position >= 0 ? position : -1;
    }

    /** A copy of the row's columns, ascending. */
    public int[] rowIndexes(int row) {
        return Arrays.copyOfRange(indexes, starts[row], starts[row + 1]);
    }

    /** Copies the columns of so many entries from a position on; for loops that want them in an array. */
    public void copyIndexes(int position, int count, int[] target) {
        System.arraycopy(indexes, position, target, 0, count);
    }

    /** Copies the values of so many entries from a position on. */
    public void copyValues(int position, int count, float[] target) {
        System.arraycopy(values, position, target, 0, count);
    }

    /** The same entries by column: rows become columns. A counting sort, O(entries). */
    Csr transposed() {
        return transposed(() -> {});
    }

    /**
     * As {@link #transposed()}.
     *
     * @param checkCancelled called often; throws what ends it
     */
    Csr transposed(Runnable checkCancelled) {
        int[] next = new int[columns + 1];
        for (int index : indexes) {
            next[index + 1]++;
        }
        for (int column = 0; column < columns; column++) {
            next[column + 1] += next[column];
        }
        checkCancelled.run();
        int[] transposedStarts = next.clone();
        int[] transposedIndexes = new int[indexes.length];
        float[] transposedValues = new float[values.length];
        for (int row = 0; row < rows(); row++) {
            checkCancelled.run();
            for (int position = starts[row]; position < starts[row + 1]; position++) {
                int target = next[indexes[position]]++;
                transposedIndexes[target] = row;
                transposedValues[target] = values[position];
            }
        }
        return new Csr(rows(), transposedStarts, transposedIndexes, transposedValues);
    }
}
