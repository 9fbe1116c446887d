package dev.marquee.cf.train.sgd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.testing.LowRankRatings;
import org.junit.jupiter.api.Test;

class SgdScheduleTest {

    @Test
    void whereNobodyIsInARoundTwiceEveryRatingMovesBothOfItsRows() {
        RatingMatrix ratings = LowRankRatings.of(40, 30, 0.05, 1);
        SgdSchedule schedule = SgdSchedule.of(ratings, 64, false, 1);
        assertEquals(ratings.size(), schedule.rounds() * schedule.meanRatings(), 1e-9);
        assertTrue(schedule.leastRatings() >= 1);
        assertEquals(2, schedule.movesPerRating(), 0.01);
        // Two rows of 64 numbers and a sector read twice, both with eight numbers of state read and written once, 16
        // bytes of index and rating, and the slots of two work-groups.
        double slots = schedule.workGroups() * 16 * 16 / schedule.meanRatings();
        assertEquals(2 * (256 + 32 + 8) + 2 * 2 * (256 + 32) + slots, schedule.bytesPerRating(), 1);
    }

    @Test
    void aRowThatIsInARoundOftenMovesOnce() {
        RatingMatrix ratings = LowRankRatings.of(3000, 4, 0.9, 1);
        SgdSchedule schedule = SgdSchedule.of(ratings, 20, true, 1);
        assertEquals(64, schedule.rounds());
        assertTrue(schedule.movesPerRating() < 1.1, "moves " + schedule.movesPerRating());
        double drawn = schedule.bytesPerRating() - SgdSchedule.of(ratings, 20, false, 1).bytesPerRating();
        assertEquals(schedule.movesPerRating() * 32 * Float.BYTES, drawn, 1e-6);
    }
}
