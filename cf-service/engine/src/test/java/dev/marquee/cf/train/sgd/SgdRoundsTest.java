package dev.marquee.cf.train.sgd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.testing.LowRankRatings;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class SgdRoundsTest {
    private static SgdRounds rounds(RatingMatrix ratings, long seed) {
        return new SgdRounds(ratings, new SplittableRandom(seed), () -> {});
    }

    @Test
    void everyRatingIsThereOnceAndRoundsAreEqual() {
        for (long seed = 0; seed < 30; seed++) {
            RatingMatrix ratings = LowRankRatings.of(90, 70, 0.02 + seed * 0.02, seed);
            SgdRounds order = rounds(ratings, seed);
            Set<Long> seen = new HashSet<>();
            for (int i = 0; i < ratings.size(); i++) {
                assertEquals(ratings.rating(order.users[i], order.movies[i]), order.ratings[i]);
                assertTrue(seen.add((long) order.users[i] << 32 | order.movies[i]));
            }
            assertEquals(ratings.size(), order.start(order.count()));
            for (int round = 0; round < order.count(); round++) {
                int size = order.start(round + 1) - order.start(round);
                assertTrue(size == ratings.size() / order.count() || size == Math.ceilDiv(ratings.size(),
                        order.count()), "seed " + seed + ", round " + round + ": " + size);
            }
        }
    }

    @Test
    void aMovieIsInAllRoundsAlike() {
        RatingMatrix ratings = LowRankRatings.of(900, 20, 0.5, 3);
        SgdRounds order = rounds(ratings, 1);
        int[][] times = new int[20][order.count()];
        for (int round = 0; round < order.count(); round++) {
            for (int i = order.start(round); i < order.start(round + 1); i++) {
                times[order.movies[i]][round]++;
            }
        }
        for (int[] ofMovie : times) {
            int least = Arrays.stream(ofMovie).min().orElseThrow();
            int most = Arrays.stream(ofMovie).max().orElseThrow();
            assertTrue(most - least <= 1, least + " to " + most);
        }
    }

    @Test
    void roundsAreFewAndFull() {
        assertEquals(1, SgdRounds.count(1));
        assertEquals(63, SgdRounds.count(63));
        assertEquals(64, SgdRounds.count(90_000));
        assertEquals(64, SgdRounds.count(900_189));
        assertEquals(763, SgdRounds.count(25_000_095));
        assertEquals(977, SgdRounds.count(32_000_204));
    }

    @Test
    void theSameSeedGivesTheSameOrder() {
        RatingMatrix ratings = LowRankRatings.of(90, 70, 0.25, 1);
        SgdRounds first = rounds(ratings, 5);
        SgdRounds second = rounds(ratings, 5);
        assertArrayEquals(first.users, second.users);
        assertArrayEquals(first.movies, second.movies);
        assertFalse(Arrays.equals(first.users, rounds(ratings, 6).users));
    }

    @Test
    void cancellingEndsIt() {
        RatingMatrix ratings = LowRankRatings.of(90, 70, 0.25, 1);
        assertThrows(CancellationException.class, () -> new SgdRounds(ratings, new SplittableRandom(1), () -> {
            throw new CancellationException();
        }));
    }
}
