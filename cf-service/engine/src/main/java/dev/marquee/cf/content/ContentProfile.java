package dev.marquee.cf.content;

import java.util.Arrays;

/**
 * A weighted sum of movies: what somebody likes, or dislikes. Immutable, thread-safe.
 */
public final class ContentProfile {
    private static final int COLUMN_BITS = 32;

    private final ContentMatrix matrix;
    private final int[] columns;
    private final double[] sums;
    private final double length;

    private ContentProfile(ContentMatrix matrix, int[] columns, double[] sums, double length) {
        this.matrix = matrix;
        this.columns = columns;
        this.sums = sums;
        this.length = length;
    }

    static ContentProfile of(ContentMatrix matrix, int[] rows, float[] rowWeights) {
        if (rows.length != rowWeights.length) {
            throw new IllegalArgumentException(rows.length + " rows have " + rowWeights.length + " weights");
        }
        double[] parts = new double[Arrays.stream(rows).map(row -> matrix.end(row) - matrix.start(row)).sum()];
        long[] byColumn = new long[parts.length]; // column and place in parts, to be sorted by the column
        int size = 0;
        double squares = 0;
        for (int r = 0; r < rows.length; r++) {
            squares += (double) rowWeights[r] * rowWeights[r] * matrix.unknownSquared(rows[r]);
            for (int entry = matrix.start(rows[r]); entry < matrix.end(rows[r]); entry++) {
                parts[size] = (double) rowWeights[r] * matrix.weight(entry);
                byColumn[size] = ((long) matrix.column(entry) << COLUMN_BITS) + size++;
            }
        }
        Arrays.sort(byColumn);
        return summed(matrix, byColumn, parts, squares);
    }

    private static ContentProfile summed(ContentMatrix matrix, long[] byColumn, double[] parts, double unknown) {
        int[] columns = new int[byColumn.length];
        double[] sums = new double[byColumn.length];
        int size = 0;
        for (long each : byColumn) {
            int column = (int) (each >>> COLUMN_BITS);
            if (size == 0 || columns[size - 1] != column) {
                columns[size++] = column;
            }
            sums[size - 1] += parts[(int) each];
        }
        double squares = unknown;
        for (int i = 0; i < size; i++) {
            squares += sums[i] * sums[i];
        }
        return new ContentProfile(matrix, Arrays.copyOf(columns, size), Arrays.copyOf(sums, size), Math.sqrt(squares));
    }

    /** How alike a movie is to the profile, from -1 to 1; 0 where the profile is of nothing. */
    public float cosine(int row) {
        double sum = 0;
        int from = 0;
        for (int entry = matrix.start(row); entry < matrix.end(row); entry++) {
            int place = Arrays.binarySearch(columns, from, columns.length, matrix.column(entry));
            from = place < 0 ? -place - 1 : place + 1;
            sum += place < 0 ? 0 : sums[place] * matrix.weight(entry);
        }
        return length == 0 ? 0 : (float) (sum / length);
    }
}
