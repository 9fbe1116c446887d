package dev.marquee.cf.content;

import dev.marquee.common.id.IdMap;
import java.util.Arrays;

/**
 * Takes the rows of a {@link ContentMatrix}. Not thread-safe.
 */
public final class ContentMatrixBuilder {
    private long[] movieIds = new long[1024];
    private int[] starts = new int[1025];
    private int rows;
    private int[] columns = new int[4096];
    private float[] weights = new float[4096];

    private int columnCount;

    ContentMatrixBuilder() {}

    /**
     * Adds a movie.
     *
     * @param movieId above that of the movie before
     * @param from where its entries begin in both arrays
     * @param size how many they are
     * @param entryColumns ascending, 0 or more
     * @param entryWeights finite
     * @throws IllegalArgumentException where a rule is broken, saying which
     */
    public ContentMatrixBuilder add(long movieId, int[] entryColumns, float[] entryWeights, int from, int size) {
        if (rows > 0 && movieIds[rows - 1] >= movieId) {
            throw new IllegalArgumentException("movie " + movieId + " comes after " + movieIds[rows - 1]);
        }
        check(movieId, entryColumns, entryWeights, from, size);
        int start = starts[rows];
        reserve(Math.addExact(start, size));
        System.arraycopy(entryColumns, from, columns, start, size);
        System.arraycopy(entryWeights, from, weights, start, size);
        columnCount = size == 0 ? columnCount : Math.max(columnCount, entryColumns[from + size - 1] + 1);
        movieIds[rows++] = movieId;
        starts[rows] = start + size;
        return this;
    }

    private void check(long movieId, int[] entryColumns, float[] entryWeights, int from, int size) {
        int before = -1;
        for (int entry = from; entry < from + size; entry++) {
            if (entryColumns[entry] <= before) {
                throw new IllegalArgumentException(
                        "movie " + movieId + " has column " + entryColumns[entry] + " after " + before);
            }
            if (!Float.isFinite(entryWeights[entry])) {
                throw new IllegalArgumentException("movie " + movieId + " has a weight of " + entryWeights[entry]);
            }
            before = entryColumns[entry];
        }
    }

    private void reserve(int entries) {
        if (rows == movieIds.length) {
            movieIds = Arrays.copyOf(movieIds, 2 * rows);
            starts = Arrays.copyOf(starts, 2 * rows + 1);
        }
        if (entries > columns.length) {
            int size = Math.max(entries, (int) Math.min(2L * columns.length, Integer.MAX_VALUE - 8));
            columns = Arrays.copyOf(columns, size);
            weights = Arrays.copyOf(weights, size);
        }
    }

    public ContentMatrix build() {
        return new ContentMatrix(IdMap.of(Arrays.copyOf(movieIds, rows)), columnCount, Arrays.copyOf(starts, rows + 1),
                Arrays.copyOf(columns, starts[rows]), Arrays.copyOf(weights, starts[rows]));
    }
}
