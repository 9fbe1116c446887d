package dev.marquee.cf.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Writes {@code ratings.csv} and {@code movies.csv} of a given shape, the same bytes for the same seed, user by user in
 * memory that does not grow with the ratings. Popularity and activity are as uneven as in MovieLens, stars follow its
 * histogram; there is no taste in it, so it serves speed and memory only.
 */
final class DataGenerator {
    /** Share of 0.5, 1, … 5 stars among the ratings of MovieLens 25M, in per mille. */
    private static final int[] STARS = {16, 31, 16, 66, 50, 196, 127, 266, 88, 144};
    private static final double ACTIVITY_SPREAD = 1.35;
    private static final double POPULARITY_EXPONENT = 1.15;
    private static final double POPULARITY_SHIFT = 60;
    private static final int FIRST_SECOND = 820_000_000;
    private static final int LAST_SECOND = 1_570_000_000;

    private final DataShape shape;
    private final long seed;
    private final int[] counts;
    private final WeightedDraw popularity;
    private final int[] starsOfDraw = new int[1000];

    DataGenerator(DataShape shape, long seed) {
        this.shape = shape;
        this.seed = seed;
        this.counts = activity();
        this.popularity = new WeightedDraw(popularities());
        int at = 0;
        for (int stars = 0; stars < STARS.length; stars++) {
            for (int i = 0; i < STARS[stars]; i++) {
                starsOfDraw[at++] = stars + 1;
            }
        }
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

    /** Ids with gaps, as MovieLens has them; movies without a rating are spread among the others. */
    private static int movieId(int index) {
        return 1 + (int) (index * 3.35);
    }

    private int fileIndexOfRated(int rated) {
        return (int) ((long) rated * shape.movies() / shape.ratedMovies());
    }

    /** Writes both files into the folder. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (AsciiOutput movies = new AsciiOutput(folder.resolve("movies.csv"))) {
            movies.text("movieId,title,genres\n");
            for (int i = 0; i < shape.movies(); i++) {
                movies.number(movieId(i)).text(",Movie ").number(i).text(" (").number(1930 + i % 90)
                        .text("),Drama|Comedy\n");
            }
        }
        try (AsciiOutput ratings = new AsciiOutput(folder.resolve("ratings.csv"))) {
            ratings.text("userId,movieId,rating,timestamp\n");
            BitSet chosen = new BitSet(shape.ratedMovies());
            for (int user = 0; user < shape.users(); user++) {
                writeUser(ratings, user, chosen);
            }
        }
    }

    private void writeUser(AsciiOutput out, int user, BitSet chosen) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + user);
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
        int second = random.nextInt(FIRST_SECOND, LAST_SECOND);
        for (int movie = chosen.nextSetBit(0); movie >= 0; movie = chosen.nextSetBit(movie + 1)) {
            int stars = starsOfDraw[random.nextInt(starsOfDraw.length)];
            out.number(user + 1).text(",").number(movieId(fileIndexOfRated(movie))).text(",").number(stars / 2)
                    .text(stars % 2 == 1 ? ".5," : ".0,").number(second + random.nextInt(5_000_000)).text("\n");
        }
    }
}
