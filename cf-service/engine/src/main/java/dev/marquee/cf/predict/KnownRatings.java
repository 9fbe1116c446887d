package dev.marquee.cf.predict;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What someone rated, and how, earliest first; movies that the model does not have are left out. Not to be changed.
 *
 * @param movies indexes in the model
 * @param ratings one for each
 * @param seconds since 1970, one for each; 0 where unknown
 */
public record KnownRatings(int[] movies, float[] ratings, long[] seconds) {
    public static final KnownRatings NONE = new KnownRatings(new int[0], new float[0], new long[0]);

    /**
     * Of a user of a matrix whose movies have the indexes of the model's.
     *
     * @param user index, or -1 for nobody
     */
    public static KnownRatings of(RatingMatrix ratings, int user) {
        if (user < 0) {
            return NONE;
        }
        Csr byUser = ratings.byUser();
        int start = byUser.start(user);
        int size = byUser.length(user);
        int[] order = order(IntStream.range(start, start + size), ratings::epochSeconds, ratings.hasTimes());
        int[] movies = new int[size];
        float[] stars = new float[size];
        long[] seconds = new long[size];
        for (int i = 0; i < size; i++) {
            movies[i] = byUser.index(order[i]);
            stars[i] = byUser.value(order[i]);
            seconds[i] = ratings.epochSeconds(order[i]);
        }
        return new KnownRatings(movies, stars, seconds);
    }

    /**
     * @param movieIds each once
     * @param ratings one for each
     * @param seconds one for each, 0 where unknown
     */
    public static KnownRatings of(FactorModel model, long[] movieIds, float[] ratings, long[] seconds) {
        int[] indexes = Arrays.stream(movieIds).mapToInt(model.movies()::indexOf).toArray();
        int[] order = order(IntStream.range(0, indexes.length).filter(i -> indexes[i] >= 0), i -> seconds[i], true);
        int[] movies = new int[order.length];
        float[] stars = new float[order.length];
        long[] times = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            movies[i] = indexes[order[i]];
            stars[i] = ratings[order[i]];
            times[i] = seconds[order[i]];
        }
        return new KnownRatings(movies, stars, times);
    }

    private interface Time {
        long of(int place);
    }

    private static int[] order(IntStream unordered, Time time, boolean any) {
        int[] places = unordered.toArray();
        boolean ordered = true;
        for (int i = 1; i < places.length && any && ordered; i++) {
            ordered = time.of(places[i - 1]) <= time.of(places[i]);
        }
        return ordered
                ? places
                : Arrays.stream(places).boxed().sorted(Comparator.comparingLong(time::of))
                        .mapToInt(Integer::intValue).toArray();
    }

    public int size() {
        return movies.length;
    }

    /** How many of them were given before a time; none where it is unknown, 0. */
    int before(long when) {
        int count = 0;
        while (count < seconds.length && seconds[count] < when) {
            count++;
        }
        return count;
    }
}
