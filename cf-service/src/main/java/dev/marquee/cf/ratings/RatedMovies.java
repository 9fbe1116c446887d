package dev.marquee.cf.ratings;

import java.util.Arrays;

/**
 * What one user rated, and how. Immutable, thread-safe.
 */
public final class RatedMovies {
    public static final RatedMovies NONE = new RatedMovies(new long[0], new float[0], 0);

    private final long[] movieIds;
    private final float[] ratings;

    /**
     * Copies the first {@code size} entries.
     *
     * @param movieIds ascending
     * @param ratings stars, in the order of the movies
     */
    RatedMovies(long[] movieIds, float[] ratings, int size) {
        this.movieIds = Arrays.copyOf(movieIds, size);
        this.ratings = Arrays.copyOf(ratings, size);
    }

    public boolean isEmpty() {
        return movieIds.length == 0;
    }

    /** A copy, ascending. */
    public long[] movieIds() {
        return movieIds.clone();
    }

    /** A copy, in the order of the movies. */
    public float[] ratings() {
        return ratings.clone();
    }
}
