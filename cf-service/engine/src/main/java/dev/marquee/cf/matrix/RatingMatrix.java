package dev.marquee.cf.matrix;

import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.common.id.IdMap;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Ratings as an m×n matrix, m users by n movies, stored by user and by movie. Users and movies have dense indexes in
 * the ascending order of their ids, so the same ratings always give the same matrix, in whatever order they came.
 * Beside them stands what is known of the movies' content, if anything is ({@link #with}); parts of a matrix have that
 * of the whole.
 *
 * <p>
 * 25 million ratings take about 400 MB, and 100 MB more with their times. Immutable, thread-safe.
 */
public final class RatingMatrix {
    private final IdMap users;
    private final IdMap movies;
    private final Csr byUser;
    private final Csr byMovie;
    private final int @Nullable [] times;
    private final double mean;
    private final float minRating;
    private final float maxRating;
    private final ContentMatrix content;

    /**
     * @param times unsigned seconds since 1970 of each entry of {@code byUser}, 0 where unknown; {@code null} where
     *            none is known
     * @param content of movies, which may be others than those that are rated
     * @param checkCancelled called often; throws what ends it
     */
    RatingMatrix(IdMap users, IdMap movies, Csr byUser, int @Nullable [] times, ContentMatrix content,
            Runnable checkCancelled) {
        this.content = content;
        this.users = Objects.requireNonNull(users);
        this.movies = Objects.requireNonNull(movies);
        this.byUser = byUser;
        this.byMovie = byUser.transposed(checkCancelled);
        this.times = times;
        double sum = 0;
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (int position = 0; position < byUser.size(); position++) {
            sum += byUser.value(position);
            min = Math.min(min, byUser.value(position));
            max = Math.max(max, byUser.value(position));
        }
        this.mean = byUser.size() == 0 ? 0 : sum / byUser.size();
        this.minRating = min;
        this.maxRating = max;
    }

    private RatingMatrix(RatingMatrix all, ContentMatrix content) {
        this.users = all.users;
        this.movies = all.movies;
        this.byUser = all.byUser;
        this.byMovie = all.byMovie;
        this.times = all.times;
        this.mean = all.mean;
        this.minRating = all.minRating;
        this.maxRating = all.maxRating;
        this.content = content;
    }

    /** The same ratings, with what movies are like by their content. */
    public RatingMatrix with(ContentMatrix ofMovies) {
        return new RatingMatrix(this, ofMovies);
    }

    public static RatingMatrixBuilder builder() {
        return new RatingMatrixBuilder();
    }

    public IdMap users() {
        return users;
    }

    public IdMap movies() {
        return movies;
    }

    /** m rows of movie indexes. */
    public Csr byUser() {
        return byUser;
    }

    /** n rows of user indexes. */
    public Csr byMovie() {
        return byMovie;
    }

    /** Number of ratings. */
    public int size() {
        return byUser.size();
    }

    /** Mean of all ratings; 0 where there is none. */
    public double mean() {
        return mean;
    }

    /** The lowest rating; positive infinity where there is none. */
    public float minRating() {
        return minRating;
    }

    /** The highest rating; negative infinity where there is none. */
    public float maxRating() {
        return maxRating;
    }

    /** What movies are like by their content; empty where that is not known. */
    public ContentMatrix content() {
        return content;
    }

    /** Seconds since 1970 of the rating at a position of {@link #byUser}; 0 where unknown. */
    public long epochSeconds(int position) {
        return times == null ? 0 : Integer.toUnsignedLong(times[position]);
    }

    public boolean hasTimes() {
        return times != null;
    }

    /** The rating, or NaN where the user has not rated the movie. */
    public float rating(int user, int movie) {
        int position = byUser.find(user, movie);
        return position < 0 ? Float.NaN : byUser.value(position);
    }

    /**
     * The matrix of some users alone: it does not know the others. It has all movies, so that their indexes mean the
     * same in both.
     *
     * @param wanted by index
     */
    RatingMatrix ofUsers(IntPredicate wanted) {
        int[] rows = IntStream.range(0, users.size()).filter(wanted).toArray();
        int[] starts = new int[rows.length + 1];
        for (int row = 0; row < rows.length; row++) {
            starts[row + 1] = starts[row] + byUser.length(rows[row]);
        }
        int size = starts[rows.length];
        int[] indexes = new int[size];
        float[] values = new float[size];
        int @Nullable [] ofRows = times == null ? null : new int[size];
        for (int row = 0; row < rows.length; row++) {
            int from = byUser.start(rows[row]);
            for (int at = starts[row]; at < starts[row + 1]; at++) {
                int position = from + at - starts[row];
                indexes[at] = byUser.index(position);
                values[at] = byUser.value(position);
                if (times != null && ofRows != null) {
                    ofRows[at] = times[position];
                }
            }
        }
        return new RatingMatrix(IdMap.of(Arrays.stream(rows).mapToLong(users::idOf).toArray()), movies,
                new Csr(movies.size(), starts, indexes, values), ofRows, content, () -> {});
    }

    /**
     * The matrix of those ratings that pass, with the same users and movies, so that indexes mean the same in both.
     *
     * @param keep whether the rating at a position of {@link #byUser} stays
     * @param checkCancelled called often; throws what ends it
     */
    RatingMatrix filtered(IntPredicate keep, Runnable checkCancelled) {
        int[] starts = new int[users.size() + 1];
        for (int user = 0; user < users.size(); user++) {
            checkCancelled.run();
            int kept = 0;
            for (int position = byUser.start(user); position < byUser.end(user); position++) {
                kept += keep.test(position) ? 1 : 0;
            }
            starts[user + 1] = starts[user] + kept;
        }
        int size = starts[users.size()];
        int[] indexes = new int[size];
        float[] values = new float[size];
        int @Nullable [] keptTimes = times == null ? null : new int[size];
        int next = 0;
        for (int user = 0; user < users.size(); user++) {
            checkCancelled.run();
            for (int position = byUser.start(user); position < byUser.end(user); position++) {
                if (keep.test(position)) {
                    indexes[next] = byUser.index(position);
                    values[next] = byUser.value(position);
                    if (times != null && keptTimes != null) {
                        keptTimes[next] = times[position];
                    }
                    next++;
                }
            }
        }
        return new RatingMatrix(users, movies, new Csr(movies.size(), starts, indexes, values), keptTimes,
                content, checkCancelled);
    }
}
