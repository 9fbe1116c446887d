package dev.marquee.cf.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.Uncertainty;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    /** User 1 rated movies 1 and 2, user 2 movie 1. */
    private static final RatingMatrix TRAIN = RatingMatrix.builder().add(1, 1, 3, 0).add(1, 2, 3, 0).add(2, 1, 3, 0)
            .build();

    /** Predicts 3 always. */
    private static FactorModel model() {
        return new FactorModel(TRAIN.users(), TRAIN.movies(), 1, 3, 1, 5, new float[2], new float[2], new float[2],
                new float[2]);
    }

    @Test
    void errorsAreComparedWithWhatWasExpectedOfEachBand() {
        Uncertainty known = new Uncertainty(1, new float[]{0, 3}, new float[2], new float[9], 0);
        HeldOut heldOut = HeldOut.of(TRAIN, new long[]{1, 1, 2, 7}, new long[]{1, 2, 2, 9},
                new float[]{4, 5, 4.5f, 5});
        List<CalibrationBand> bands = Calibration.of(model().with(known), TRAIN, TRAIN, heldOut);
        double rmse = Math.sqrt((1 + 4 + 2.25 + 4) / 4);
        assertEquals(List.of(new CalibrationBand("all", "any", 4, rmse, Math.sqrt(7 / 4.0), 0.5, 1),
                new CalibrationBand("user", "0", 1, 2, 1, 0, 1),
                new CalibrationBand("user", "1", 1, 1.5, 2, 1, 1),
                new CalibrationBand("user", "2-5", 2, Math.sqrt(2.5), 1, 0.5, 1),
                new CalibrationBand("movie", "0", 1, 2, 1, 0, 1),
                new CalibrationBand("movie", "1", 2, Math.sqrt(3.125), Math.sqrt(2.5), 0.5, 1),
                new CalibrationBand("movie", "2-5", 1, 1, 1, 1, 1)), bands);
    }

    @Test
    void aModelThatDoesNotTellHasNone() {
        assertTrue(Calibration.of(model(), TRAIN, TRAIN, HeldOut.of(TRAIN, new long[]{1}, new long[]{1},
                new float[]{4})).isEmpty());
    }

    @Test
    void eachRatingCountsAlikeWhereModelsArePooled() {
        CalibrationBand first = new CalibrationBand("user", "1", 1, 1, 2, 1, 1);
        CalibrationBand second = new CalibrationBand("user", "1", 3, 2, 1, 0, 1);
        CalibrationBand all = new CalibrationBand("all", "any", 3, 2, 1, 0, 1);
        assertEquals(List.of(all, new CalibrationBand("user", "1", 4, Math.sqrt(3.25), Math.sqrt(1.75), 0.25, 1)),
                CalibrationBand.pooled(List.of(List.of(first), List.of(all, second))));
    }
}
