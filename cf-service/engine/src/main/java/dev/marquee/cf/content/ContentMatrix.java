package dev.marquee.cf.content;

import dev.marquee.common.id.IdMap;

/**
 * Feature vectors of movies, compressed by rows (CSR), rows by ascending movie id. A row's length is 1 at most; what it
 * lacks to 1 stands for what is not known of the movie, and lies in a direction of its own: it takes part in lengths
 * and in no product of two movies. Immutable, thread-safe.
 */
public final class ContentMatrix {
    /** Of no movie. */
    public static final ContentMatrix EMPTY = new ContentMatrixBuilder().build();

    private final IdMap movies;
    private final int columnCount;
    private final int[] starts;
    private final int[] columns;
    private final float[] weights;

    /** Takes over the arrays. */
    ContentMatrix(IdMap movies, int columnCount, int[] starts, int[] columns, float[] weights) {
        this.movies = movies;
        this.columnCount = columnCount;
        this.starts = starts;
        this.columns = columns;
        this.weights = weights;
    }

    public static ContentMatrixBuilder builder() {
        return new ContentMatrixBuilder();
    }

    public boolean isEmpty() {
        return rows() == 0;
    }

    /** How many movies there are. */
    public int rows() {
        return movies.size();
    }

    /** One more than the highest column with an entry. */
    public int columns() {
        return columnCount;
    }

    /** How many entries all rows have together. */
    public int entries() {
        return columns.length;
    }

    /** The movie's row, or -1 where it has none. */
    public int indexOf(long movieId) {
        return movies.indexOf(movieId);
    }

    /** The movie of a row. */
    public long idOf(int row) {
        return movies.idOf(row);
    }

    /** The first entry of a row. */
    public int start(int row) {
        return starts[row];
    }

    /** The entry behind the last one of a row. */
    public int end(int row) {
        return starts[row + 1];
    }

    /** Of an entry; ascending within a row. */
    public int column(int entry) {
        return columns[entry];
    }

    public float weight(int entry) {
        return weights[entry];
    }

    /** How alike two rows are, from 0 to 1; 1 of a row with itself. */
    public float cosine(int row, int other) {
        if (row == other) {
            return 1;
        }
        int a = starts[row];
        int b = starts[other];
        double sum = 0;
        while (a < starts[row + 1] && b < starts[other + 1]) {
            int order = Integer.compare(columns[a], columns[b]);
            if (order == 0) {
                sum += (double) weights[a] * weights[b];
            }
            a += order <= 0 ? 1 : 0;
            b += order >= 0 ? 1 : 0;
        }
        return (float) sum;
    }

    /**
     * A weighted sum of rows, to compare others with.
     *
     * @param rows distinct; those below 0 are of movies of which nothing is known, and left out
     * @param rowWeights as many; below 0 for movies that are not liked
     */
    public ContentProfile profile(int[] rows, float[] rowWeights) {
        return ContentProfile.of(this, rows, rowWeights);
    }

    /** The squared length of what is not known of a movie. */
    double unknownSquared(int row) {
        double squares = 0;
        for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
            squares += (double) weights[entry] * weights[entry];
        }
        return Math.max(0, 1 - squares);
    }
}
