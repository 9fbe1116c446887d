package dev.marquee.cf.train.baseline;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.MovieVector;
import dev.marquee.cf.model.UserVector;
import dev.marquee.cf.train.Folding;

/**
 * What the trainers without factors share.
 */
final class Baselines {
    private Baselines() {}

    /** A model with one factor that is zero everywhere. */
    static FactorModel model(RatingMatrix ratings, double mean, float[] userBiases, float[] movieBiases) {
        return new FactorModel(ratings.users(), ratings.movies(), 1, (float) mean, ratings.minRating(),
                ratings.maxRating(), userBiases, movieBiases, new float[userBiases.length],
                new float[movieBiases.length]);
    }

    /** A fold-in by which users are all the same, and movies have a bias of their own ratings. */
    record SameForAll(MovieBias bias) implements Folding {

        /** What a movie's ratings say of it. */
        interface MovieBias {
            float of(float[] ratings);
        }

        @Override
        public UserVector user(long[] movieIds, float[] ratings) {
            Folding.requireRatings("movies", movieIds, ratings);
            return new UserVector(0, new float[1]);
        }

        @Override
        public MovieVector movie(long[] userIds, float[] ratings) {
            Folding.requireRatings("users", userIds, ratings);
            return new MovieVector(ratings.length == 0 ? 0 : bias.of(ratings), new float[1]);
        }
    }
}
