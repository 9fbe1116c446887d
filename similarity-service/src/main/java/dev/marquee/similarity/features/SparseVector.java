package dev.marquee.similarity.features;

import java.util.Arrays;

/**
 * A sparse vector of length 1: columns in ascending order, each once, with a value other than 0, and what is its own.
 *
 * <p>
 * The own part stands for what is not known of a movie. It lies in a direction that no other movie has, so it takes
 * part in the length and in no product, and a single number, its length, is all there is to store. Immutable,
 * thread-safe.
 */
public final class SparseVector {
    private final int[] columns;
    private final float[] values;
    private final int from;
    private final int size;
    private final float own;

    /**
     * Of a part of both arrays, which must not change any more.
     *
     * @param from the first entry
     * @param size how many there are
     */
    SparseVector(int[] columns, float[] values, int from, int size, float own) {
        this.columns = columns;
        this.values = values;
        this.from = from;
        this.size = size;
        this.own = own;
    }

    /**
     * Scaled to length 1, leaving out what is 0. Where all is 0 there are no entries, so that the cosine with anything
     * is 0.
     *
     * @param columns ascending, distinct
     * @param values finite, as many
     * @param ownSquared the squared length of the own part, 0 or more
     */
    public static SparseVector normalised(int[] columns, double[] values, double ownSquared) {
        return normalised(columns, values, values.length, ownSquared);
    }

    /** The same of the first {@code size} columns and values. */
    public static SparseVector normalised(int[] columns, double[] values, int size, double ownSquared) {
        double squares = ownSquared;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            squares += values[i] * values[i];
            kept += values[i] == 0 ? 0 : 1;
        }
        int[] keptColumns = new int[kept];
        float[] keptValues = new float[kept];
        double scale = squares == 0 ? 0 : 1 / Math.sqrt(squares);
        int to = 0;
        for (int i = 0; i < size; i++) {
            if (values[i] != 0) {
                keptColumns[to] = columns[i];
                keptValues[to++] = (float) (values[i] * scale);
            }
        }
        return new SparseVector(keptColumns, keptValues, 0, kept, (float) (Math.sqrt(ownSquared) * scale));
    }

    /** How many entries there are. */
    public int size() {
        return size;
    }

    public int column(int entry) {
        return columns[from + entry];
    }

    public float value(int entry) {
        return values[from + entry];
    }

    /** The value in a column, 0 where there is none. */
    public float at(int column) {
        int place = Arrays.binarySearch(columns, from, from + size, column);
        return place < 0 ? 0 : values[place];
    }

    /** The length of the own part, from 0 to 1. */
    public float own() {
        return own;
    }

    /** Copies the entries into the arrays from position {@code at} on. */
    void copyTo(int[] toColumns, float[] toValues, int at) {
        System.arraycopy(columns, from, toColumns, at, size);
        System.arraycopy(values, from, toValues, at, size);
    }
}
