package dev.marquee.cf.testing;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import java.util.Random;

/** People here rate mostly what they like, so that the choice alone tells their taste. */
public final class TellingRatings {
    private TellingRatings() {}

    public static RatingMatrix of(int users, int movies, long seed) {
        Random random = new Random(seed);
        RatingMatrixBuilder builder = RatingMatrix.builder();
        for (int user = 0; user < users; user++) {
            for (int movie = 0; movie < movies; movie++) {
                boolean liked = user % 4 == movie % 4;
                if (random.nextDouble() < (liked ? 0.25 : 0.03)) {
                    double rating = (liked ? 4 : 2) + random.nextGaussian();
                    builder.add(user, movie, (float) Math.clamp(rating, 1, 5), 0);
                }
            }
        }
        return builder.build();
    }
}
