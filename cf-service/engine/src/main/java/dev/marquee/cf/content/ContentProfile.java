package dev.marquee.cf.content;

import java.util.stream.IntStream;

/**
 * A weighted sum of movies: what somebody likes, or dislikes. Takes four bytes for each column of the matrix.
 * Immutable, thread-safe.
 */
public final class ContentProfile {
    private final ContentMatrix matrix;
    /** By column. */
    private final float[] sums;
    private final double length;

    private ContentProfile(ContentMatrix matrix, float[] sums, double length) {
        this.matrix = matrix;
        this.sums = sums;
        this.length = length;
    }

    static ContentProfile of(ContentMatrix matrix, int[] rows, float[] rowWeights) {
        if (rows.length != rowWeights.length) {
            throw new IllegalArgumentException(rows.length + " rows have " + rowWeights.length + " weights");
        }
        float[] sums = new float[matrix.columns()];
        int[] known = IntStream.range(0, rows.length).filter(r -> rows[r] >= 0).toArray();
        double squares = 0;
        for (int r : known) {
            squares += (double) rowWeights[r] * rowWeights[r] * matrix.unknownSquared(rows[r]);
            for (int entry = matrix.start(rows[r]); entry < matrix.end(rows[r]); entry++) {
                sums[matrix.column(entry)] += rowWeights[r] * matrix.weight(entry);
            }
        }
        // The sum of squares, without a look at the columns that none of the rows has, which are most.
        for (int r : known) {
            for (int entry = matrix.start(rows[r]); entry < matrix.end(rows[r]); entry++) {
                squares += (double) rowWeights[r] * matrix.weight(entry) * sums[matrix.column(entry)];
            }
        }
        return new ContentProfile(matrix, sums, Math.sqrt(Math.max(0, squares)));
    }

    /** The length of the sum, what is not known included; 0 where the profile is of nothing. */
    public double length() {
        return length;
    }

    /** How alike a movie is to the profile, from -1 to 1; 0 where the profile is of nothing. */
    public float cosine(int row) {
        double sum = 0;
        for (int entry = matrix.start(row); entry < matrix.end(row); entry++) {
            sum += (double) sums[matrix.column(entry)] * matrix.weight(entry);
        }
        return length == 0 ? 0 : (float) (sum / length);
    }
}
