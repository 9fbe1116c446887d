package dev.marquee.cf.matrix;

import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.common.error.DataRejected;
import dev.marquee.common.id.IdMap;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Collects ratings in any order and builds the matrix by two counting sorts. While collecting it needs 16 bytes a
 * rating; while building, 28 at most. Not thread-safe; used once.
 */
public final class RatingMatrixBuilder {
    private static final int CHUNK = 1 << 18;
    private static final long LAST_SECOND = 0xffff_ffffL;

    private final Numbering userNumbers = new Numbering();
    private final Numbering movieNumbers = new Numbering();
    private final Deque<Chunk> chunks = new ArrayDeque<>();
    private boolean anyTime;
    private long size;

    RatingMatrixBuilder() {}

    /** A part of the ratings, in the order of arrival. */
    private static final class Chunk {
        private final int[] users = new int[CHUNK];
        private final int[] movies = new int[CHUNK];
        private final float[] ratings = new float[CHUNK];
        private final int[] times = new int[CHUNK];
        private int size;
    }

    /**
     * @param rating finite
     * @param epochSeconds seconds since 1970, 0 to {@value #LAST_SECOND}, which is in February 2106; 0 where unknown
     * @throws DataRejected if the rating is not finite, the time is out of range, or there are more than 2³¹-1
     */
    public RatingMatrixBuilder add(long userId, long movieId, float rating, long epochSeconds) {
        if (!Float.isFinite(rating)) {
            throw new DataRejected("The rating of movie " + movieId + " by user " + userId + " is " + rating
                    + "; only finite numbers can be trained on.");
        }
        if (epochSeconds < 0 || epochSeconds > LAST_SECOND) {
            throw new DataRejected("The rating of movie " + movieId + " by user " + userId + " is of second "
                    + epochSeconds + "; times must lie between 1970 and February 2106. Correct it, or leave it out.");
        }
        if (size == Integer.MAX_VALUE) {
            throw new DataRejected("More than " + Integer.MAX_VALUE + " ratings do not fit into one matrix.");
        }
        Chunk chunk = chunks.peekLast();
        if (chunk == null || chunk.size == CHUNK) {
            chunk = new Chunk();
            chunks.addLast(chunk);
        }
        chunk.users[chunk.size] = userNumbers.of(userId);
        chunk.movies[chunk.size] = movieNumbers.of(movieId);
        chunk.ratings[chunk.size] = rating;
        chunk.times[chunk.size] = (int) epochSeconds;
        anyTime |= epochSeconds != 0;
        chunk.size++;
        size++;
        return this;
    }

    /**
     * @throws DataRejected if a user rated a movie twice
     */
    public RatingMatrix build() {
        return build(() -> {});
    }

    /**
     * @param checkCancelled called often; throws what ends it
     * @throws DataRejected if a user rated a movie twice
     */
    public RatingMatrix build(Runnable checkCancelled) {
        IdMap users = IdMap.of(userNumbers.ids());
        IdMap movies = IdMap.of(movieNumbers.ids());
        Sorted byMovie = byMovie(userNumbers.translation(users), movieNumbers.translation(movies), movies.size(),
                checkCancelled);
        Sorted byUser = byMovie.sortedBy(users.size(), movies.size(), checkCancelled);
        byUser.requireNoRepeats(users, movies);
        return new RatingMatrix(users, movies, byUser.csr(movies.size()), byUser.times, ContentMatrix.EMPTY,
                checkCancelled);
    }

    /** First pass: chunks to movie order, each chunk given back as soon as it is read. */
    private Sorted byMovie(int[] userIndex, int[] movieIndex, int movies, Runnable checkCancelled) {
        int[] next = new int[movies + 1];
        for (Chunk chunk : chunks) {
            checkCancelled.run();
            for (int i = 0; i < chunk.size; i++) {
                next[movieIndex[chunk.movies[i]] + 1]++;
            }
        }
        Sorted sorted = new Sorted(next, (int) size, anyTime);
        while (!chunks.isEmpty()) {
            checkCancelled.run();
            Chunk chunk = chunks.pollFirst();
            for (int i = 0; i < chunk.size; i++) {
                sorted.put(movieIndex[chunk.movies[i]], userIndex[chunk.users[i]], chunk.ratings[i], chunk.times[i]);
            }
        }
        return sorted;
    }

    /** Entries in the order of their row. */
    private static final class Sorted {
        private final int[] starts;
        private final int[] next;
        private final int[] others;
        private final float[] ratings;
        private final int @Nullable [] times;

        /** @param counts of each row, one place to the right */
        private Sorted(int[] counts, int size, boolean withTimes) {
            for (int row = 1; row < counts.length; row++) {
                counts[row] += counts[row - 1];
            }
            starts = counts;
            next = counts.clone();
            others = new int[size];
            ratings = new float[size];
            times = withTimes ? new int[size] : null;
        }

        private void put(int row, int other, float rating, int time) {
            int position = next[row]++;
            others[position] = other;
            ratings[position] = rating;
            if (times != null) {
                times[position] = time;
            }
        }

        /** Second pass: as the rows are read in order, each new row comes out sorted. */
        private Sorted sortedBy(int newRows, int rows, Runnable checkCancelled) {
            int[] counts = new int[newRows + 1];
            for (int other : others) {
                counts[other + 1]++;
            }
            Sorted result = new Sorted(counts, others.length, times != null);
            for (int row = 0; row < rows; row++) {
                checkCancelled.run();
                for (int position = starts[row]; position < starts[row + 1]; position++) {
                    result.put(others[position], row, ratings[position], times == null ? 0 : times[position]);
                }
            }
            return result;
        }

        private void requireNoRepeats(IdMap users, IdMap movies) {
            for (int user = 0; user < users.size(); user++) {
                for (int position = starts[user] + 1; position < starts[user + 1]; position++) {
                    if (others[position] == others[position - 1]) {
                        throw new DataRejected("User " + users.idOf(user) + " rated movie "
                                + movies.idOf(others[position]) + " more than once; keep one of the ratings.");
                    }
                }
            }
        }

        private Csr csr(int columns) {
            return new Csr(columns, starts, others, ratings);
        }
    }
}
