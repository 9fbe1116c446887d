package dev.marquee.cf.bench;

import dev.marquee.cf.check.data.Crowd;
import dev.marquee.cf.check.data.DataShape;
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
    private static final int FIRST_SECOND = 820_000_000;
    private static final int LAST_SECOND = 1_570_000_000;

    private final DataShape shape;
    private final long seed;
    private final Crowd crowd;
    private final int[] starsOfDraw = new int[1000];

    DataGenerator(DataShape shape, long seed) {
        this.shape = shape;
        this.seed = seed;
        this.crowd = new Crowd(shape, seed);
        int at = 0;
        for (int stars = 0; stars < STARS.length; stars++) {
            for (int i = 0; i < STARS[stars]; i++) {
                starsOfDraw[at++] = stars + 1;
            }
        }
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
        crowd.choose(user, random, chosen);
        int second = random.nextInt(FIRST_SECOND, LAST_SECOND);
        for (int movie = chosen.nextSetBit(0); movie >= 0; movie = chosen.nextSetBit(movie + 1)) {
            int stars = starsOfDraw[random.nextInt(starsOfDraw.length)];
            out.number(user + 1).text(",").number(movieId(fileIndexOfRated(movie))).text(",").number(stars / 2)
                    .text(stars % 2 == 1 ? ".5," : ".0,").number(second + random.nextInt(5_000_000)).text("\n");
        }
    }
}
