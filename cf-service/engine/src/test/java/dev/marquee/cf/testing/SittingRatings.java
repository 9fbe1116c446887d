package dev.marquee.cf.testing;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import java.util.Random;

/**
 * Ratings of people who sit down for a page of six movies at a time, each time in another mood, which all ratings of
 * the page have in common.
 */
public final class SittingRatings {
    /** Standard deviation of the mood, in stars. */
    public static final double MOOD = 0.6;
    private static final double NOISE = 0.3;
    private static final int PAGE = 6;
    private static final int DAY = 86_400;

    private SittingRatings() {}

    /** @param timed whether the ratings have their times */
    public static RatingMatrix of(int users, int movies, boolean timed, long seed) {
        Random random = new Random(seed);
        double[] ofMovies = random.doubles(movies, -0.8, 0.8).toArray();
        RatingMatrixBuilder builder = RatingMatrix.builder();
        for (int user = 1; user <= users; user++) {
            double ofUser = 0.4 * random.nextGaussian();
            long time = 1_000_000_000L + random.nextInt(DAY);
            double mood = 0;
            int rated = 0;
            for (int movie = 0; movie < movies; movie++) {
                if (random.nextInt(3) == 0) {
                    if (rated++ % PAGE == 0) {
                        time += 3L * DAY;
                        mood = MOOD * random.nextGaussian();
                    }
                    time += random.nextInt(4);
                    double rating = 3 + ofUser + ofMovies[movie] + mood + NOISE * random.nextGaussian();
                    builder.add(user, movie + 1L, (float) Math.clamp(rating, 0.5, 5.5), timed ? time : 0);
                }
            }
        }
        return builder.build();
    }
}
