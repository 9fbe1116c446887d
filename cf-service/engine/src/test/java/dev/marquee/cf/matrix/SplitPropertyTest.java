package dev.marquee.cf.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.common.error.InvalidRequest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SplitPropertyTest {

    @Test
    void bothPartsTogetherAreTheWholeAndShareItsIndexes() {
        for (long seed = 0; seed < 40; seed++) {
            RatingMatrix all = LowRankRatings.of(20, 15, 0.5, seed);
            Split split = Split.random(all, 0.3, seed);
            assertSame(all.users(), split.train().users());
            assertSame(all.movies(), split.train().movies());
            Map<Long, Float> cells = cells(split.train());
            HeldOut held = split.heldOut();
            for (int i = 0; i < held.size(); i++) {
                Float before = cells.put(cell(held.user(i), held.movie(i)), held.rating(i));
                assertEquals(null, before, "a rating is in both parts, seed " + seed);
            }
            assertEquals(cells(all), cells, "seed " + seed);
        }
    }

    @Test
    void theSeedDecidesAndTheFractionIsKept() {
        RatingMatrix all = LowRankRatings.of(200, 200, 0.5, 1);
        Split split = Split.random(all, 0.1, 5);
        assertEquals(cells(split.train()), cells(Split.random(all, 0.1, 5).train()));
        assertNotEquals(cells(split.train()), cells(Split.random(all, 0.1, 6).train()));
        assertEquals(0.1, (double) split.heldOut().size() / all.size(), 0.02);
    }

    @Test
    void nothingHeldOutLeavesTheWhole() {
        RatingMatrix all = LowRankRatings.of(10, 10, 0.5, 1);
        Split split = Split.random(all, 0, 1);
        assertEquals(0, split.heldOut().size());
        assertEquals(cells(all), cells(split.train()));
    }

    @Test
    void fractionsThatLeaveNothingAreRefused() {
        RatingMatrix all = LowRankRatings.of(10, 10, 0.5, 1);
        for (double fraction : new double[]{-0.1, 1, 2, Double.NaN}) {
            InvalidRequest error = assertThrows(InvalidRequest.class, () -> Split.random(all, fraction, 1));
            assertEquals("fraction", error.field());
        }
    }

    @Test
    void ratingsFromElsewhereMayBeOfUnknownUsersAndMovies() {
        RatingMatrix train = RatingMatrix.builder().add(5, 6, 4, 0).add(7, 8, 3, 0).build();
        HeldOut held = HeldOut.of(train, new long[]{7, 9, 5}, new long[]{6, 8, 1}, new float[]{1, 2, 3});
        assertEquals(3, held.size());
        assertEquals(1, held.user(0));
        assertEquals(0, held.movie(0));
        assertEquals(-1, held.user(1));
        assertEquals(-1, held.movie(2));
        assertEquals(3, held.rating(2));
        assertTrue(assertThrows(IllegalArgumentException.class,
                () -> HeldOut.of(train, new long[1], new long[1], new float[2])).getMessage().contains("2 ratings"));
    }

    private static Map<Long, Float> cells(RatingMatrix matrix) {
        Map<Long, Float> cells = new HashMap<>();
        for (int user = 0; user < matrix.users().size(); user++) {
            for (int p = matrix.byUser().start(user); p < matrix.byUser().end(user); p++) {
                cells.put(cell(user, matrix.byUser().index(p)), matrix.byUser().value(p));
            }
        }
        return cells;
    }

    private static long cell(int user, int movie) {
        return (long) user << 32 | movie;
    }
}
