package dev.marquee.cf.testing;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Ratings of people who like nothing: from 1 to 3.5 stars, but for one of 5, so that nobody likes what is held out. Ids
 * are from 1.
 */
public final class HarshRatings {
    private HarshRatings() {}

    /** The user rates two of three movies; the first one gives the first movie 5 stars. */
    public static RatingMatrix of(int users, int movies) {
        RatingMatrixBuilder builder = RatingMatrix.builder();
        for (int user = 1; user <= users; user++) {
            for (int movie = 1; movie <= movies; movie++) {
                if (rated(user, movie)) {
                    builder.add(user, movie, rating(user, movie), 0);
                }
            }
        }
        return builder.build();
    }

    public static RatingMatrix same(int users, int movies, float rating) {
        RatingMatrixBuilder builder = RatingMatrix.builder();
        for (int user = 1; user <= users; user++) {
            for (int movie = 1; movie <= movies; movie++) {
                builder.add(user, movie, rating, 0);
            }
        }
        return builder.build();
    }

    /** The same as a MovieLens folder, in a new temporary one. */
    public static Path folder(int users, int movies) {
        StringBuilder ratings = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int user = 1; user <= users; user++) {
            for (int movie = 1; movie <= movies; movie++) {
                if (rated(user, movie)) {
                    ratings.append(user).append(',').append(movie).append(',').append(rating(user, movie))
                            .append(",1000000000\n");
                }
            }
        }
        StringBuilder titles = new StringBuilder("movieId,title,genres\n");
        for (int movie = 1; movie <= movies; movie++) {
            titles.append(movie).append(",Movie ").append(movie).append(" (1950),Drama\n");
        }
        try {
            Path folder = Files.createTempDirectory("marquee-harsh");
            Files.writeString(folder.resolve("ratings.csv"), ratings);
            Files.writeString(folder.resolve("movies.csv"), titles);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean rated(int user, int movie) {
        return (user + movie) % 3 != 0 || movie == 1;
    }

    private static float rating(int user, int movie) {
        return user == 1 && movie == 1 ? 5 : 1 + (user * 7 + movie * 3) % 6 / 2f;
    }
}
