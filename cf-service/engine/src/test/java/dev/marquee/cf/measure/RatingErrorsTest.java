package dev.marquee.cf.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import org.junit.jupiter.api.Test;

class RatingErrorsTest {
    private static final RatingMatrix TRAIN = RatingMatrix.builder().add(1, 10, 5, 0).add(2, 20, 1, 0).build();
    /** Predicts 3 and the movie's bias: 4 for movie 10, 2.5 for movie 20, 3.25 for one that it does not know. */
    private static final FactorModel MODEL = new FactorModel(TRAIN.users(), TRAIN.movies(), 1, 3, 1, 5, new float[2],
            new float[]{1, -0.5f}, new float[2], new float[2]);

    private static RatingErrors of(long[] users, long[] movies, float[] ratings) {
        return RatingErrors.of(MODEL, HeldOut.of(TRAIN, users, movies, ratings));
    }

    @Test
    void everyRatingCountsOnceWhetherItsUserAndMovieAreKnownOrNot() {
        RatingErrors errors = of(new long[]{1, 2, 3, 1}, new long[]{10, 20, 10, 30}, new float[]{5, 0.5f, 1, 3});
        assertEquals(4, errors.ratings());
        assertEquals(Math.sqrt((1 + 4 + 9 + 0.0625) / 4), errors.rmse(), 1e-6);
        assertEquals((1 + 2 + 3 + 0.25) / 4, errors.mae(), 1e-6);
    }

    @Test
    void errorsAddUpByUserAndThoseOfUnknownUsersTogether() {
        HeldOut held = HeldOut.of(TRAIN, new long[]{2, 1, 3, 1, 4},
                new long[]{20, 10, 10, 30, 10}, new float[]{0.5f, 5, 1, 3, 5});
        Tally tally = RatingErrors.byUser(MODEL, Predictions.of(MODEL, held), held);
        assertArrayEquals(new long[]{1, 2, Tally.NOBODY}, tally.users());
        assertArrayEquals(new int[]{2, 1, 2}, tally.counts());
        assertArrayEquals(new double[]{1 + 0.0625, 4, 9 + 1}, tally.sums().get("rmse"), 1e-6);
        assertArrayEquals(new double[]{1 + 0.25, 2, 3 + 1}, tally.sums().get("mae"), 1e-6);
        assertEquals("ratings", tally.unit());
    }

    @Test
    void withoutRatingsThereIsNoError() {
        RatingErrors none = of(new long[0], new long[0], new float[0]);
        assertTrue(Double.isNaN(none.rmse()) && Double.isNaN(none.mae()) && none.ratings() == 0);
    }
}
