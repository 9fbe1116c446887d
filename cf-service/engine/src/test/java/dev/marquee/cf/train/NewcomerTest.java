package dev.marquee.cf.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.UserVector;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.cf.train.als.Als;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class NewcomerTest {
    private static final RatingMatrix RATINGS = LowRankRatings.of(400, 150, 0.2, 1);
    private static final FactorModel MODEL = new Als().estimator().with(Map.of("factors", 9, "iterations", 5))
            .train(RATINGS, null, TrainListener.NONE).model();

    /** Σ over all ratings, as the definition has it. */
    private static double loss(UserVector place) {
        double sum = place.bias() * place.bias();
        for (float factor : place.factors()) {
            sum += factor * factor;
        }
        for (int user = 0; user < RATINGS.users().size(); user++) {
            for (int at = RATINGS.byUser().start(user); at < RATINGS.byUser().end(user); at++) {
                int movie = RATINGS.byUser().index(at);
                double predicted = MODEL.mean() + MODEL.movieBias(movie) + place.bias();
                float[] factors = MODEL.movieFactors(movie);
                for (int f = 0; f < factors.length; f++) {
                    predicted += factors[f] * place.factors()[f];
                }
                sum += Math.pow(RATINGS.byUser().value(at) - predicted, 2);
            }
        }
        return sum;
    }

    @Test
    void nobodyIsBetterExplainedByAnotherPlace() {
        UserVector place = MODEL.trainedNewcomer().orElseThrow();
        double least = loss(place);
        for (int f = -1; f < 9; f++) {
            for (float step : new float[]{-0.02f, 0.02f}) {
                float[] factors = place.factors().clone();
                if (f >= 0) {
                    factors[f] += step;
                }
                double moved = loss(new UserVector(f < 0 ? place.bias() + step : place.bias(), factors));
                assertTrue(moved > least, "by " + step + " in " + f + ": " + moved + " instead of " + least);
            }
        }
    }

    @Test
    void theModelPlacesThemThere() {
        UserVector place = MODEL.trainedNewcomer().orElseThrow();
        for (int movie = 0; movie < 5; movie++) {
            assertEquals(MODEL.predict(place, movie), MODEL.predict(-1, movie));
        }
        assertArrayEquals(place.factors(), Newcomer.of(MODEL, RATINGS, () -> {}).factors());
    }

    /** Divided data keep users and movies whose ratings are all on the other side. */
    @Test
    void rowsWithoutARatingAreThereToo() {
        Split split = Split.byTime(timed(), 0.5);
        RatingMatrix train = split.train();
        FactorModel model = new Als().estimator().with(Map.of("factors", 4, "iterations", 3))
                .train(train, null, TrainListener.NONE).model();
        UserVector place = model.trainedNewcomer().orElseThrow();
        int lastUser = train.users().size() - 1;
        assertEquals(0, train.byUser().length(lastUser));
        assertArrayEquals(place.factors(), model.userFactors(lastUser));
        assertEquals(place.bias(), model.userBias(lastUser));
        int lastMovie = train.movies().size() - 1;
        assertEquals(0, train.byMovie().length(lastMovie));
        double sum = 0;
        for (int movie = 0; movie < lastMovie; movie++) {
            sum += model.movieBias(movie);
        }
        assertEquals(sum / lastMovie, model.movieBias(lastMovie), 1e-5);
        assertEquals(sum / lastMovie, model.meanMovie().bias(), 1e-5);
    }

    /** Half the users come late, and rate one movie that nobody has rated before. */
    private static RatingMatrix timed() {
        var builder = RatingMatrix.builder();
        for (int user = 0; user < 40; user++) {
            for (int movie = 0; movie < 10; movie++) {
                if ((user * 7 + movie * 3) % 4 > 0) {
                    builder.add(user, user < 20 ? movie : movie + 1, 1 + (user + movie) % 5, user * 100L + movie);
                }
            }
        }
        return builder.build();
    }

    @Test
    void cancellingEndsIt() {
        assertThrows(CancellationException.class, () -> Newcomer.of(MODEL, RATINGS, () -> {
            throw new CancellationException();
        }));
    }
}
