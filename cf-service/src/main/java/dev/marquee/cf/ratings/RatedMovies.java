package dev.marquee.cf.ratings;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one user rated, and how. Immutable, thread-safe.
 */
public final class RatedMovies {
    public static final RatedMovies NONE = new RatedMovies(new long[0], new float[0], 0, null);

    private final long[] movieIds;
    private final float[] ratings;
    private final @Nullable Instant newest;

    /**
     * Copies the first {@code size} entries.
     *
     * @param movieIds ascending
     * @param ratings stars, in the order of the movies
     * @param newest see {@link #newest}
     */
    RatedMovies(long[] movieIds, float[] ratings, int size, @Nullable Instant newest) {
        this.movieIds = Arrays.copyOf(movieIds, size);
        this.ratings = Arrays.copyOf(ratings, size);
        this.newest = newest;
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

    /** When the user last rated; {@code null} where that is unknown, or was not asked for. */
    public @Nullable Instant newest() {
        return newest;
    }
}
