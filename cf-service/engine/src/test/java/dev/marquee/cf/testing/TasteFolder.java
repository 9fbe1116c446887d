package dev.marquee.cf.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A small MovieLens folder: 80 users and the movies 1 to 300. Users with odd ids love odd movies (comedies in the stub
 * of similarity-service), the others even ones. Movies 1 to 250 have many ratings, 251 to 290 one or two, 291 to 300
 * none.
 */
public final class TasteFolder {
    public static final int USERS = 80;
    public static final int POPULAR = 250;
    public static final int RARE = 290;
    public static final int MOVIES = 300;

    private TasteFolder() {}

    /** Writes the files into a new temporary folder. */
    public static Path create() {
        try {
            Path folder = Files.createTempDirectory("marquee-taste");
            Files.writeString(folder.resolve("ratings.csv"), ratings());
            StringBuilder movies = new StringBuilder("movieId,title,genres\n");
            for (int movie = 1; movie <= MOVIES; movie++) {
                movies.append(movie).append(",Movie ").append(movie).append(" (").append(1950 + movie % 70).append("),")
                        .append(movie % 2 == 1 ? "Comedy" : "Drama").append('\n');
            }
            Files.writeString(folder.resolve("movies.csv"), movies);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ratings() {
        Random random = new Random(7);
        StringBuilder rows = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int user = 1; user <= USERS; user++) {
            for (int movie = 1; movie <= POPULAR; movie++) {
                if (random.nextInt(4) == 0) {
                    rate(rows, user, movie, random);
                }
            }
        }
        for (int movie = POPULAR + 1; movie <= RARE; movie++) {
            rate(rows, 1 + movie % USERS, movie, random);
        }
        return rows.toString();
    }

    private static void rate(StringBuilder rows, int user, int movie, Random random) {
        int halves = ((user - movie) % 2 == 0 ? 8 : 3) + random.nextInt(3);
        rows.append(user).append(',').append(movie).append(',').append(halves / 2.0).append(',')
                .append(1_500_000_000L + random.nextInt(1_000_000)).append('\n');
    }
}
