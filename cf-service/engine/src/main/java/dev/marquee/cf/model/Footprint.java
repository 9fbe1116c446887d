package dev.marquee.cf.model;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.common.error.CorruptData;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What a model remembers of the ratings that it was trained on: how many each user and each movie had, and for each
 * user a mark by which later ratings can be told from those. Immutable, thread-safe.
 *
 * <p>
 * Binary form, version 1, big-endian: magic {@code 0x4d415246} int, version int, m int, n int, m × (count int, mark
 * long), n × count int.
 */
public final class Footprint {
    private static final int MAGIC = 0x4d415246;
    private static final int VERSION = 1;

    private final int[] userRatings;
    private final long[] userMarks;
    private final int[] movieRatings;

    private Footprint(int[] userRatings, long[] userMarks, int[] movieRatings) {
        this.userRatings = userRatings;
        this.userMarks = userMarks;
        this.movieRatings = movieRatings;
    }

    /** Of ratings whose indexes are those of the model. */
    public static Footprint of(RatingMatrix ratings) {
        Csr byUser = ratings.byUser();
        int[] users = new int[byUser.rows()];
        long[] marks = new long[byUser.rows()];
        for (int user = 0; user < byUser.rows(); user++) {
            users[user] = byUser.length(user);
            for (int position = byUser.start(user); position < byUser.end(user); position++) {
                marks[user] += mark(ratings.movies().idOf(byUser.index(position)), byUser.value(position));
            }
        }
        int[] movies = new int[ratings.byMovie().rows()];
        for (int movie = 0; movie < movies.length; movie++) {
            movies[movie] = ratings.byMovie().length(movie);
        }
        return new Footprint(users, marks, movies);
    }

    public int users() {
        return userRatings.length;
    }

    public int movies() {
        return movieRatings.length;
    }

    /** How many ratings the user had, by index. */
    public int userRatings(int user) {
        return userRatings[user];
    }

    /** How many ratings the movie had, by index. */
    public int movieRatings(int movie) {
        return movieRatings[movie];
    }

    /**
     * Whether these are the ratings that the user had then, in any order. The marks are 64-bit hashes: other ratings of
     * the same number pass with a probability of about 2⁻⁶⁴.
     */
    public boolean matches(int user, long[] movieIds, float[] ratings) {
        long sum = 0;
        for (int i = 0; i < movieIds.length; i++) {
            sum += mark(movieIds[i], ratings[i]);
        }
        return userRatings[user] == movieIds.length && userMarks[user] == sum;
    }

    /** One rating as a well-mixed number (the finalizer of SplitMix64); sums of them do not depend on the order. */
    private static long mark(long movieId, float rating) {
        long z = movieId * 0x9E3779B97F4A7C15L + Float.floatToIntBits(rating);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Writes itself; the stream is flushed and stays open. */
    public void write(OutputStream target) throws IOException {
        DataOutputStream out = new DataOutputStream(target);
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(userRatings.length);
        out.writeInt(movieRatings.length);
        for (int user = 0; user < userRatings.length; user++) {
            out.writeInt(userRatings[user]);
            out.writeLong(userMarks[user]);
        }
        for (int count : movieRatings) {
            out.writeInt(count);
        }
        out.flush();
    }

    /**
     * @throws CorruptData if the bytes are something else
     * @throws IOException if they end too early
     */
    public static Footprint read(InputStream source) throws IOException {
        DataInputStream in = new DataInputStream(source);
        if (in.readInt() != MAGIC || in.readInt() != VERSION) {
            throw new CorruptData("The stored footprint of the model is none. Train again.");
        }
        int m = in.readInt();
        int n = in.readInt();
        if (m < 0 || n < 0) {
            throw new CorruptData("The stored footprint of the model has impossible sizes. Train again.");
        }
        int[] users = new int[m];
        long[] marks = new long[m];
        for (int user = 0; user < m; user++) {
            users[user] = in.readInt();
            marks[user] = in.readLong();
        }
        int[] movies = new int[n];
        for (int movie = 0; movie < n; movie++) {
            movies[movie] = in.readInt();
        }
        return new Footprint(users, marks, movies);
    }
}
