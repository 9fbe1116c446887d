package dev.marquee.cf.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.Uncertainty;
import dev.marquee.cf.model.UserVector;
import dev.marquee.cf.testing.LowRankRatings;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** On ratings whose truth is known. */
class NewcomerErrorsTest {
    private static final int MOVIES = 90;

    private static Estimator<?> bpmf() {
        return Algorithms.named("bpmf").estimator()
                .with(Map.of("factors", 8, "sweeps", 40, "burnIn", 15, "meanFactors", 12, "threads", 2));
    }

    /** Errors of users whom the training has not seen, against what it expects of them. */
    @Test
    void whoTellsMoreIsKnownBetterAndErrorsAreAsLargeAsExpected() {
        RatingMatrix all = LowRankRatings.of(600, MOVIES, 0.4, 8);
        RatingMatrixBuilder builder = RatingMatrix.builder();
        each(all, (user, movie, rating) -> {
            if (user % 3 != 0) {
                builder.add(user, movie, rating, 0);
            }
        });
        RatingMatrix train = builder.build();
        Estimator<?> bpmf = bpmf();
        FactorModel model = bpmf.train(train, null, TrainListener.NONE).model();
        Uncertainty known = model.uncertainty().orElseThrow();
        double before = Double.POSITIVE_INFINITY;
        for (int told : new int[]{0, 1, 3, 10, 25}) {
            double[] sums = new double[3];
            newcomers(all, model, bpmf.folding(model), told, sums);
            double error = Math.sqrt(sums[0] / sums[2]);
            double expected = Math.sqrt(sums[1] / sums[2]);
            assertEquals(1, expected / error, 0.12, told + " told: expected " + expected + ", seen " + error);
            assertTrue(expected < before, told + " told: " + expected + " after " + before);
            before = expected;
        }
        double trained = known.deviation(5, 5);
        assertTrue(trained < before, "a known user " + trained + ", one who told 25 ratings " + before);
    }

    private interface Rated {
        void accept(long user, long movie, float rating);
    }

    private static void each(RatingMatrix ratings, Rated to) {
        for (int user = 0; user < ratings.users().size(); user++) {
            for (int position = ratings.byUser().start(user); position < ratings.byUser().end(user); position++) {
                to.accept(ratings.users().idOf(user), ratings.movies().idOf(ratings.byUser().index(position)),
                        ratings.byUser().value(position));
            }
        }
    }

    /** @param sums squares of errors, expected variances, number */
    private static void newcomers(RatingMatrix all, FactorModel model, Folding folding, int told, double[] sums) {
        for (int user = 2; user < all.users().size(); user += 3) {
            int from = all.byUser().start(user);
            int length = all.byUser().length(user);
            Random random = new Random(user);
            int[] order = random.ints(0, length).distinct().limit(length).toArray();
            long[] ids = new long[Math.min(told, length)];
            float[] ratings = new float[ids.length];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = all.movies().idOf(all.byUser().index(from + order[i]));
                ratings[i] = all.byUser().value(from + order[i]);
            }
            UserVector vector = folding.user(ids, ratings);
            for (int i = ids.length; i < length; i++) {
                int movie = model.movies().indexOf(all.movies().idOf(all.byUser().index(from + order[i])));
                sums[0] += Math.pow(all.byUser().value(from + order[i]) - model.predict(vector, movie), 2);
                sums[1] += Math.pow(model.uncertainty().orElseThrow().deviationTold(ids.length, movie), 2);
                sums[2]++;
            }
        }
    }

    /** A movie with one rating is known little, as is an unknown one. */
    @Test
    void rareMoviesAreKnownLess() {
        RatingMatrixBuilder builder = RatingMatrix.builder();
        each(LowRankRatings.of(300, MOVIES, 0.4, 9), (user, movie, rating) -> {
            if (movie > 7) {
                builder.add(user, movie, rating, 0);
            }
        });
        builder.add(10, 7, 4, 0);
        Uncertainty known = bpmf().train(builder.build(), null, TrainListener.NONE).model().uncertainty()
                .orElseThrow();
        double often = known.deviation(3, 40);
        double once = known.deviation(3, 0);
        double never = known.deviation(3, -1);
        assertTrue(often < 0.6 * once && often < 0.6 * never, "often " + often + ", once " + once + ", never " + never);
    }

    @Test
    void whatTellsNothingStaysAsItIs() {
        RatingMatrix train = LowRankRatings.of(40, 30, 0.4, 1);
        FactorModel model = Algorithms.named("als").estimator().with(Map.of("factors", 3, "iterations", 2))
                .train(train, null, TrainListener.NONE).model();
        assertTrue(model.uncertainty().isEmpty());
    }
}
