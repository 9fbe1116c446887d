package dev.marquee.cf.matrix;

import dev.marquee.common.id.IdMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ratings that are kept from a training to test what it learnt. Indexes are those of the training matrix; -1 stands for
 * a user or a movie that the matrix does not have. Immutable, thread-safe.
 */
public final class HeldOut {
    private final int[] users;
    private final int[] movies;
    private final float[] ratings;
    private final long @Nullable [] seconds;

    HeldOut(int[] users, int[] movies, float[] ratings, long @Nullable [] seconds) {
        if (users.length != movies.length || users.length != ratings.length) {
            throw new IllegalArgumentException("Lengths differ: " + users.length + " users, " + movies.length
                    + " movies, " + ratings.length + " ratings");
        }
        this.users = users;
        this.movies = movies;
        this.ratings = ratings;
        this.seconds = seconds;
    }

    /**
     * Ratings from elsewhere, such as a file with the official test ratings.
     *
     * @param train the matrix that is trained on
     */
    public static HeldOut of(RatingMatrix train, long[] userIds, long[] movieIds, float[] ratings) {
        return new HeldOut(indexes(train.users(), userIds), indexes(train.movies(), movieIds), ratings.clone(), null);
    }

    /** The same with times: seconds since 1970 of each, 0 where unknown. */
    public HeldOut at(long[] times) {
        if (times.length != size()) {
            throw new IllegalArgumentException("There are " + times.length + " times for " + size() + " ratings");
        }
        return new HeldOut(users, movies, ratings, times.clone());
    }

    private static int[] indexes(IdMap map, long[] ids) {
        int[] indexes = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            indexes[i] = map.indexOf(ids[i]);
        }
        return indexes;
    }

    public int size() {
        return users.length;
    }

    /** User index of the i-th rating, or -1. */
    public int user(int i) {
        return users[Objects.checkIndex(i, users.length)];
    }

    /** Movie index of the i-th rating, or -1. */
    public int movie(int i) {
        return movies[i];
    }

    public float rating(int i) {
        return ratings[i];
    }

    /** Seconds since 1970 of the i-th rating; 0 where unknown. */
    public long epochSeconds(int i) {
        return seconds == null ? 0 : seconds[i];
    }

    /** Whether there is a rating of a user or a movie that the training does not know. */
    public boolean hasUnknown() {
        for (int i = 0; i < size(); i++) {
            if (user(i) < 0 || movie(i) < 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Those ratings whose user and movie the training matrix has, by user: as many rows and columns as the matrix.
     *
     * @param train the matrix whose indexes these are
     */
    public Csr byUser(RatingMatrix train) {
        int[] rows = users.clone();
        for (int i = 0; i < rows.length; i++) {
            rows[i] = movies[i] < 0 ? -1 : users[i];
        }
        return byRow(train.users().size(), train.movies().size(), rows, movies);
    }

    /**
     * All ratings by user, with one row and one column more than the matrix has: the unknown users share the last row,
     * the unknown movies the last column, which may so occur several times in a row.
     *
     * @param train the matrix whose indexes these are
     */
    public Csr byUserWithUnknown(RatingMatrix train) {
        int userCount = train.users().size();
        int movieCount = train.movies().size();
        int[] rows = users.clone();
        int[] columns = movies.clone();
        for (int i = 0; i < rows.length; i++) {
            rows[i] = users[i] < 0 ? userCount : users[i];
            columns[i] = movies[i] < 0 ? movieCount : movies[i];
        }
        return byRow(userCount + 1, movieCount + 1, rows, columns);
    }

    /** @param rows without those that are -1 */
    private Csr byRow(int rowCount, int columnCount, int[] rows, int[] columns) {
        int[] starts = new int[rowCount + 1];
        for (int row : rows) {
            if (row >= 0) {
                starts[row + 1]++;
            }
        }
        for (int row = 1; row < starts.length; row++) {
            starts[row] += starts[row - 1];
        }
        int[] next = starts.clone();
        int[] indexes = new int[starts[starts.length - 1]];
        float[] values = new float[indexes.length];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] >= 0) {
                int position = next[rows[i]]++;
                indexes[position] = columns[i];
                values[position] = ratings[i];
            }
        }
        // There and back again sorts each row, whatever order the ratings came in.
        return new Csr(columnCount, starts, indexes, values).transposed().transposed();
    }
}
