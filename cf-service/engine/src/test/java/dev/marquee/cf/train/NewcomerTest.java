package dev.marquee.cf.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.RatingMatrix;
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

    @Test
    void cancellingEndsIt() {
        assertThrows(CancellationException.class, () -> Newcomer.of(MODEL, RATINGS, () -> {
            throw new CancellationException();
        }));
    }
}
