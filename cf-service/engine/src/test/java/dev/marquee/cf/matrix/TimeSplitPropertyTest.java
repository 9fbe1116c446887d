package dev.marquee.cf.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.common.error.DataRejected;
import dev.marquee.common.error.InvalidRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeSplitPropertyTest {

    @Test
    void thePartsHoldEveryRatingOnce() {
        for (long seed = 0; seed < 20; seed++) {
            RatingMatrix all = LowRankRatings.of(30, 25, 0.5, seed);
            Set<List<Integer>> seen = new HashSet<>();
            int count = 2 + (int) (seed % 5);
            for (int number = 0; number < count; number++) {
                Split split = Split.fold(all, count, number, seed);
                assertEquals(all.size(), split.train().size() + split.heldOut().size());
                for (List<Integer> cell : cells(split.heldOut())) {
                    assertTrue(seen.add(cell), "a rating is in two parts, seed " + seed);
                }
                assertTrue(split.heldOut().size() > 0.5 * all.size() / count, "seed " + seed);
            }
            assertEquals(all.size(), seen.size(), "seed " + seed);
        }
        assertThrows(InvalidRequest.class, () -> Split.fold(LowRankRatings.of(5, 5, 1, 1), 3, 3, 1));
    }

    @Test
    void theLastRatingsOfEachUserAreHeldOutAndFewAreLeftAlone() {
        for (long seed = 0; seed < 30; seed++) {
            RatingMatrix all = timed(seed);
            int last = 1 + (int) (seed % 3);
            Split split = Split.leaveLast(all, last, seed);
            Csr held = split.heldOut().byUser(all);
            for (int user = 0; user < all.users().size(); user++) {
                int given = all.byUser().length(user);
                assertEquals(given > last ? last : 0, held.length(user), "user " + user + ", seed " + seed);
                for (int h = held.start(user); h < held.end(user); h++) {
                    long heldTime = all.epochSeconds(all.byUser().find(user, held.index(h)));
                    Csr kept = split.train().byUser();
                    for (int p = kept.start(user); p < kept.end(user); p++) {
                        assertTrue(split.train().epochSeconds(p) <= heldTime, "user " + user + ", seed " + seed);
                    }
                }
            }
            assertEquals(cells(split.heldOut()), cells(Split.leaveLast(all, last, seed).heldOut()));
        }
        RatingMatrix many = timed(3);
        assertNotEquals(cells(Split.leaveLast(many, 1, 1).heldOut()), cells(Split.leaveLast(many, 1, 2).heldOut()));
    }

    /**
     * Figures of different versions can be compared only where a seed divides the same ratings in the same way for
     * good.
     */
    @Test
    void whatASeedHoldsOutStaysTheSameFromVersionToVersion() {
        RatingMatrixBuilder builder = RatingMatrix.builder();
        for (int user = 0; user < 4; user++) {
            for (int movie = 0; movie < 8; movie++) {
                builder.add(10 + user, 100 + movie, 3, 1);
            }
        }
        RatingMatrix all = builder.build();
        assertEquals("[[0, 4], [0, 6], [1, 5], [1, 6], [2, 1], [2, 7], [3, 3], [3, 6]]",
                cells(Split.leaveLast(all, 2, 7).heldOut()).toString());
        assertEquals("[[0, 1], [1, 0], [1, 2], [2, 5], [3, 2], [3, 7]]",
                cells(Split.random(all, 0.2, 7).heldOut()).toString());
        assertEquals("[[0, 0], [0, 3], [0, 6], [1, 6], [2, 2], [3, 2]]",
                cells(Split.fold(all, 5, 1, 7).heldOut()).toString());
    }

    @Test
    void onePointOfTimeDividesAll() {
        for (long seed = 0; seed < 30; seed++) {
            RatingMatrix all = timed(seed);
            Split split = Split.byTime(all, 0.3);
            long latest = 0;
            for (int p = 0; p < split.train().size(); p++) {
                latest = Math.max(latest, split.train().epochSeconds(p));
            }
            assertEquals(all.size(), split.train().size() + split.heldOut().size());
            assertTrue(split.heldOut().size() > 0 && split.heldOut().size() <= 0.3 * all.size(), "seed " + seed);
            for (List<Integer> cell : cells(split.heldOut())) {
                assertTrue(all.epochSeconds(all.byUser().find(cell.get(0), cell.get(1))) > latest, "seed " + seed);
            }
            long cut = latest;
            long before = IntStream.range(0, all.size()).filter(p -> all.epochSeconds(p) < cut).count();
            assertTrue(before < 0.7 * all.size(), "one second more could have been held out, seed " + seed);
        }
    }

    @Test
    void withoutTimesNothingIsLast() {
        RatingMatrix untimed = LowRankRatings.of(10, 10, 0.5, 1);
        assertThrows(DataRejected.class, () -> Split.leaveLast(untimed, 1, 1));
        assertThrows(DataRejected.class, () -> Split.byTime(untimed, 0.1));
        assertThrows(InvalidRequest.class, () -> Split.leaveLast(timed(1), 0, 1));
        assertThrows(InvalidRequest.class, () -> Split.byTime(timed(1), 1));
    }

    @Test
    void heldOutRatingsByUserAreSortedAndLeaveOutTheUnknown() {
        RatingMatrix train = RatingMatrix.builder().add(1, 10, 5, 0).add(1, 20, 5, 0).add(2, 30, 4, 0).build();
        HeldOut held = HeldOut.of(train, new long[]{2, 1, 2, 3, 1}, new long[]{30, 30, 10, 10, 40},
                new float[]{1, 2, 3, 4, 5});
        Csr rows = held.byUser(train);
        assertEquals(3, rows.size());
        assertEquals(2, rows.value(rows.find(0, 2)));
        assertEquals(List.of(0, 2), List.of(rows.index(rows.start(1)), rows.index(rows.start(1) + 1)));
        assertEquals(3, rows.value(rows.start(1)));
        Csr all = held.byUserWithUnknown(train);
        assertEquals(List.of(3, 4, 5), List.of(all.rows(), all.columns(), all.size()));
        assertEquals(5, all.value(all.find(0, 3)), "a movie that the matrix does not have");
        assertEquals(4, all.value(all.find(2, 0)), "a user that the matrix does not have");
        assertEquals(1, all.value(all.find(1, 2)));
    }

    /** Few distinct times, so that there are ties, and some that are unknown. */
    private static RatingMatrix timed(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RatingMatrixBuilder builder = RatingMatrix.builder();
        for (int user = 1; user <= 25; user++) {
            for (int movie = 1; movie <= 12; movie++) {
                if (random.nextInt(25) < user) {
                    builder.add(user, movie, 1 + random.nextInt(5), random.nextInt(20));
                }
            }
        }
        return builder.build();
    }

    private static List<List<Integer>> cells(HeldOut held) {
        List<List<Integer>> cells = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            cells.add(List.of(held.user(i), held.movie(i)));
        }
        return cells;
    }
}
