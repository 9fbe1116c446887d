package dev.marquee.cf.check.data;

import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Who rates how many movies and which ones, as unevenly as in MovieLens: activity is log-normal, popularity falls with
 * a power of the rank. The same for the same seed. Immutable, thread-safe.
 */
public final class Crowd {
    private static final double ACTIVITY_SPREAD = 1.35;
    private static final double POPULARITY_EXPONENT = 1.15;
    private static final double POPULARITY_SHIFT = 60;

    private final DataShape shape;
    private final long seed;
    private final int[] counts;
    private final WeightedDraw popularity;

    public Crowd(DataShape shape, long seed) {
        this.shape = shape;
        this.seed = seed;
        this.counts = activity();
        this.popularity = new WeightedDraw(popularities());
    }

    /** Ratings of each user: log-normal above the least, scaled to the exact total. */
    private int[] activity() {
        SplittableRandom random = new SplittableRandom(seed);
        double[] weights = new double[shape.users()];
        double total = 0;
        for (int u = 0; u < weights.length; u++) {
            weights[u] = Math.exp(ACTIVITY_SPREAD * random.nextGaussian());
            total += weights[u];
        }
        int most = shape.ratedMovies() / 4;
        long spare = shape.ratings() - (long) shape.users() * DataShape.LEAST_RATINGS;
        int[] result = new int[weights.length];
        long left = shape.ratings();
        for (int u = 0; u < weights.length; u++) {
            result[u] = Math.min(most, DataShape.LEAST_RATINGS + (int) (weights[u] / total * spare));
            left -= result[u];
        }
        for (int u = 0; left > 0; u = (u + 1) % result.length) {
            if (result[u] < most) {
                result[u]++;
                left--;
            }
        }
        return result;
    }

    private double[] popularities() {
        double[] weights = new double[shape.ratedMovies()];
        int[] order = new SplittableRandom(seed + 1).ints(weights.length, 0, Integer.MAX_VALUE).toArray();
        for (int i = 0; i < weights.length; i++) {
            // A random rank for each movie: popular ones are found all over the ids.
            double rank = order[i] / (double) Integer.MAX_VALUE * weights.length;
            weights[i] = Math.pow(rank + POPULARITY_SHIFT, -POPULARITY_EXPONENT);
        }
        return weights;
    }

    /** Ratings of a user. */
    public int ratingsOf(int user) {
        return counts[user];
    }

    /**
     * Draws a user's movies, without one twice.
     *
     * @param random the user's own
     * @param chosen becomes the movies, by their number among the rated ones
     */
    public void choose(int user, SplittableRandom random, BitSet chosen) {
        chosen.clear();
        int left = counts[user];
        if (user < shape.ratedMovies()) {
            chosen.set(user); // so that every rated movie has a rating
            left--;
        }
        while (left > 0) {
            int movie = popularity.next(random);
            if (!chosen.get(movie)) {
                chosen.set(movie);
                left--;
            }
        }
    }
}
