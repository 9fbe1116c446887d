package dev.marquee.cf.train.sgd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.testing.LowRankRatings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Round by round against what a plain reading of the ratings says. */
class SgdSlotsTest {

    @Test
    void whatARoundWritesItDoesNotRead() {
        for (long seed = 0; seed < 24; seed++) {
            // With few users and many ratings of each, rows take whole work-groups and more than one pass.
            RatingMatrix ratings = LowRankRatings.of(3 + (int) seed * 5, 60, 0.3 + seed % 3 * 0.3, seed);
            int slotsOfGroup = new int[]{8, 16, 32, 64}[(int) seed % 4];
            SgdRounds rounds = new SgdRounds(ratings, new SplittableRandom(seed), () -> {});
            SgdSlots slots = new SgdSlots(ratings, rounds, slotsOfGroup);
            for (int epoch = 0; epoch < 2; epoch++) {
                slots.begin();
                new Epoch(ratings, rounds, slots, slotsOfGroup).check();
            }
        }
    }

    /** One epoch, with where rows stand counted beside. */
    private static final class Epoch {
        private final RatingMatrix ratings;
        private final SgdRounds rounds;
        private final SgdSlots slots;
        private final int slotsOfGroup;
        private final int users;
        private final int rows;
        private final boolean[] second;

        Epoch(RatingMatrix ratings, SgdRounds rounds, SgdSlots slots, int slotsOfGroup) {
            this.ratings = ratings;
            this.rounds = rounds;
            this.slots = slots;
            this.slotsOfGroup = slotsOfGroup;
            users = ratings.users().size();
            rows = users + ratings.movies().size();
            second = new boolean[rows];
        }

        void check() {
            for (int round = 0; round < rounds.count(); round++) {
                slots.prepare(round);
                Map<Integer, Integer> expected = entriesByRow(round);
                Map<Integer, Integer> found = new HashMap<>();
                for (int group = 0; group < slots.groups(); group++) {
                    group(group, found);
                }
                assertEquals(expected, found);
                assertEquals(expected.size(), slots.visits());
                assertEquals(2 * (rounds.start(round + 1) - rounds.start(round)), slots.entries());
                found.keySet().forEach(row -> second[row] ^= true);
            }
            int[] odd = new int[rows];
            for (int row = 0; row < rows; row++) {
                odd[row] = second[row] ? 1 : 0;
            }
            assertArrayEquals(odd, slots.oddRows());
        }

        private Map<Integer, Integer> entriesByRow(int round) {
            Map<Integer, Integer> entries = new HashMap<>();
            for (int i = rounds.start(round); i < rounds.start(round + 1); i++) {
                entries.merge(rounds.users[i], 1, Integer::sum);
                entries.merge(users + rounds.movies[i], 1, Integer::sum);
            }
            return entries;
        }

        /** A row's slots are in one work-group, side by side, and have its entries of the round, each once. */
        private void group(int group, Map<Integer, Integer> found) {
            int firstSlot = group * slotsOfGroup;
            int left = 0;
            int row = -1;
            int next = 0;
            int longest = 0;
            Set<Integer> others = new HashSet<>();
            for (int slot = firstSlot; slot < firstSlot + slotsOfGroup; slot++) {
                int length = number(slot, 2) - number(slot, 1);
                longest = Math.max(longest, length);
                if (number(slot, 3) > 0) {
                    assertEquals(0, left, "a row begins before the other has all its slots");
                    left = number(slot, 3);
                    row = row(number(slot, 0));
                    next = number(slot, 1);
                    others.clear();
                    assertTrue(!found.containsKey(row), "in two work-groups");
                }
                if (left == 0) {
                    assertEquals(0, length, "a slot of no row has entries");
                    continue;
                }
                assertEquals(row, row(number(slot, 0)));
                assertEquals(next, number(slot, 1));
                assertTrue(length > 0);
                for (int entry = next; entry < number(slot, 2); entry++) {
                    assertTrue(others.add(entry(row, entry)), "twice");
                }
                next = number(slot, 2);
                found.merge(row, length, Integer::sum);
                left--;
            }
            assertEquals(0, left);
            int firstLength = number(firstSlot, 2) - number(firstSlot, 1);
            assertTrue(longest <= SgdSlots.ENTRIES || longest == firstLength, "passes follow from the first slot");
            assertEquals(group < slots.userGroups(), row(number(firstSlot, 0)) < users);
        }

        private int number(int slot, int which) {
            return slots.slots[SgdSlots.NUMBERS * slot + which];
        }

        /** The row that stands at a place: where its last round wrote it. */
        private int row(int place) {
            int row = place < rows ? place : place - rows;
            assertEquals(second[row], place >= rows, "the place that is read is not where the row was written");
            return row;
        }

        /** @return the other row */
        private int entry(int row, int entry) {
            int other = row(slots.index[entry]);
            float rating = row < users ? ratings.rating(row, other - users) : ratings.rating(other, row - users);
            assertEquals(rating, slots.ratings[entry]);
            return other;
        }
    }
}
