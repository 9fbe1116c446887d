package dev.marquee.cf.train.sgd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
    private static SgdRounds rounds(RatingMatrix ratings, int groups, int mostInRound, long seed) {
        return new SgdRounds(ratings, groups, mostInRound, new SplittableRandom(seed), () -> {});
    }

    @Test
    void everyRatingIsThereOnceAndNobodyMeets() {
        for (long seed = 0; seed < 40; seed++) {
            RatingMatrix ratings = LowRankRatings.of(90, 70, 0.25, seed);
            int groups = 1 + (int) seed % 7;
            int most = new int[]{1, 8, 16, 64}[(int) seed % 4];
            SgdRounds order = rounds(ratings, groups, most, seed);
            Set<Long> seen = new HashSet<>();
            for (int step = 0; step < groups; step++) {
                checkStep(ratings, order, step, most, seen, "seed " + seed + ", step " + step);
            }
            assertEquals(ratings.size(), seen.size(), "seed " + seed);
        }
    }

    private static void checkStep(RatingMatrix ratings, SgdRounds order, int step, int most, Set<Long> seen,
            String where) {
        int[] rounds = order.rounds(step, step + 1);
        int[] blocks = order.blocks(step, step + 1);
        assertEquals(order.groups + 1, blocks.length, where);
        assertEquals(rounds.length - 1, blocks[order.groups], where);
        Set<Integer> usersOfStep = new HashSet<>();
        Set<Integer> moviesOfStep = new HashSet<>();
        for (int block = 0; block < order.groups; block++) {
            Set<Integer> users = new HashSet<>();
            Set<Integer> movies = new HashSet<>();
            for (int round = blocks[block]; round < blocks[block + 1]; round++) {
                int count = rounds[round + 1] - rounds[round];
                assertTrue(count >= 1 && count <= most, where + ": " + count + " ratings in a round");
                Set<Integer> nowUsers = new HashSet<>();
                Set<Integer> nowMovies = new HashSet<>();
                for (int i = order.start(step) + rounds[round]; i < order.start(step) + rounds[round + 1]; i++) {
                    assertTrue(nowUsers.add(order.users[i]) && nowMovies.add(order.movies[i]), where);
                    assertEquals(ratings.rating(order.users[i], order.movies[i]), order.ratings[i], where);
                    assertTrue(seen.add((long) order.users[i] << 32 | order.movies[i]), where);
                }
                users.addAll(nowUsers);
                movies.addAll(nowMovies);
            }
            assertTrue(users.stream().allMatch(usersOfStep::add) && movies.stream().allMatch(moviesOfStep::add), where);
        }
    }

    @Test
    void theSameSeedGivesTheSameOrder() {
        RatingMatrix ratings = LowRankRatings.of(90, 70, 0.25, 1);
        SgdRounds first = rounds(ratings, 3, 16, 5);
        SgdRounds second = rounds(ratings, 3, 16, 5);
        assertArrayEquals(first.users, second.users);
        assertArrayEquals(first.movies, second.movies);
        assertArrayEquals(first.rounds(0, 3), second.rounds(0, 3));
        assertTrue(!Arrays.equals(first.users, rounds(ratings, 3, 16, 6).users));
    }

    /** No movie has more than a fifth of its block's ratings, so nothing keeps rounds from being full. */
    @Test
    void roundsAreNearlyFullWhereNobodyIsInTheWay() {
        RatingMatrix ratings = LowRankRatings.of(400, 300, 0.3, 2);
        SgdRounds order = rounds(ratings, 2, 16, 1);
        assertTrue(order.firstRound(2) < 1.2 * ratings.size() / 16,
                order.firstRound(2) + " rounds for " + ratings.size() + " ratings");
    }

    @Test
    void cancellingEndsIt() {
        RatingMatrix ratings = LowRankRatings.of(90, 70, 0.25, 1);
        assertThrows(CancellationException.class,
                () -> new SgdRounds(ratings, 2, 16, new SplittableRandom(1), () -> {
                    throw new CancellationException();
                }));
    }
}
