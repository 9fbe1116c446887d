package dev.marquee.cf.content;

/**
 * A weighted sum of movies: what somebody likes, or dislikes. Takes four bytes for each column of the matrix.
 * Immutable, thread-safe.
 */
public final class ContentProfile {
    private final ContentMatrix matrix;
    /** By column, scaled to a length of 1 together with what is not known; zeros where the profile is of nothing. */
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
        double squares = 0;
        for (int r = 0; r < rows.length; r++) {
            squares += (double) rowWeights[r] * rowWeights[r] * matrix.unknownSquared(rows[r]);
            for (int entry = matrix.start(rows[r]); entry < matrix.end(rows[r]); entry++) {
                sums[matrix.column(entry)] += rowWeights[r] * matrix.weight(entry);
            }
        }
        for (float sum : sums) {
            squares += (double) sum * sum;
        }
        double length = Math.sqrt(squares);
        float scale = squares == 0 ? 0 : (float) (1 / length);
        for (int column = 0; column < sums.length; column++) {
            sums[column] *= scale;
        }
        return new ContentProfile(matrix, sums, length);
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
        return (float) sum;
    }
}
