package dev.marquee.cf.check.data;

import dev.marquee.cf.matrix.Matrices;
import dev.marquee.cf.matrix.RatingMatrix;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Ratings of a given shape, made in memory by all cores: a {@link Crowd} with taste. Stars are a mean, biases and
 * {@value #HIDDEN} hidden factors with noise, rounded to halves, so an RMSE means something. The same for the same
 * seed, whatever the number of cores.
 */
public final class GeneratedRatings {
    private static final int HIDDEN = 8;
    private static final double MEAN = 3.5;
    private static final double USER_BIAS = 0.4;
    private static final double MOVIE_BIAS = 0.5;
    /** So that taste moves a rating by 0.6 stars. */
    private static final double FACTOR = 0.46;
    private static final double NOISE = 0.7;
    private static final int USERS_AT_ONCE = 256;

    private final DataShape shape;
    private final long seed;
    private final Crowd crowd;
    private final double[] movieBiases;
    private final double[] movieFactors;
    private final int[] starts;
    private final int[] movies;
    private final float[] stars;

    private GeneratedRatings(DataShape shape, long seed) {
        this.shape = shape;
        this.seed = seed;
        this.crowd = new Crowd(shape, seed);
        SplittableRandom random = new SplittableRandom(seed + 2);
        movieBiases = gaussian(random, shape.ratedMovies(), MOVIE_BIAS);
        movieFactors = gaussian(random, shape.ratedMovies() * HIDDEN, FACTOR);
        starts = new int[shape.users() + 1];
        for (int user = 0; user < shape.users(); user++) {
            starts[user + 1] = starts[user] + crowd.ratingsOf(user);
        }
        movies = new int[shape.ratings()];
        stars = new float[shape.ratings()];
    }

    /** Only movies with a rating are in it. */
    public static RatingMatrix of(DataShape shape, long seed) {
        GeneratedRatings made = new GeneratedRatings(shape, seed);
        made.fill();
        return Matrices.of(shape.ratedMovies(), made.starts, made.movies, made.stars);
    }

    private void fill() {
        AtomicInteger next = new AtomicInteger();
        IntStream.range(0, Runtime.getRuntime().availableProcessors()).parallel().forEach(core -> {
            BitSet chosen = new BitSet(shape.ratedMovies());
            for (int from = next.getAndAdd(USERS_AT_ONCE); from < shape.users(); from = next
                    .getAndAdd(USERS_AT_ONCE)) {
                for (int user = from; user < Math.min(shape.users(), from + USERS_AT_ONCE); user++) {
                    rate(user, chosen);
                }
            }
        });
    }

    private void rate(int user, BitSet chosen) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + user);
        crowd.choose(user, random, chosen);
        double bias = MEAN + USER_BIAS * random.nextGaussian();
        double[] factors = gaussian(random, HIDDEN, FACTOR);
        int at = starts[user];
        for (int movie = chosen.nextSetBit(0); movie >= 0; movie = chosen.nextSetBit(movie + 1)) {
            double rating = bias + movieBiases[movie] + NOISE * random.nextGaussian();
            for (int f = 0; f < HIDDEN; f++) {
                rating += factors[f] * movieFactors[movie * HIDDEN + f];
            }
            movies[at] = movie;
            stars[at++] = Math.round(Math.clamp(rating, 0.5, 5) * 2) / 2f;
        }
    }

    private static double[] gaussian(SplittableRandom random, int size, double deviation) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = deviation * random.nextGaussian();
        }
        return values;
    }
}
