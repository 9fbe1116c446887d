package dev.marquee.cf.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.measure.Tally;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final double T2 = 4.3026527;
    private static final double T3 = 3.1824463;

    private static Tested lists(long seed, double... ndcg) {
        int[] counts = new int[ndcg.length];
        Arrays.fill(counts, 1);
        return tested(seed, "ndcg@10", Arrays.stream(ndcg).average().orElseThrow(), counts, ndcg);
    }

    private static Tested tested(long seed, String measure, double value, int[] counts, double... sums) {
        long[] users = LongStream.range(0, sums.length).toArray();
        Tally tally = new Tally(users, counts, new LinkedHashMap<>(Map.of(measure, sums)), "lists");
        return new Tested(new EvaluationRun("part", seed, 9, 1, sums.length, 0,
                new LinkedHashMap<>(Map.of(measure, value)), 1, 0, 0), List.of(tally));
    }

    /** Differences 0.1, 0.2 and 0.3: mean 0.2, standard deviation 0.1. */
    @Test
    void listsAreComparedUserByUser() {
        Comparison comparison = new Comparison();
        assertTrue(comparison.add("popular", List.of(lists(1, 0.1, 0.5, 0.3))).isEmpty());
        Difference difference = comparison.add("ials", List.of(lists(1, 0.2, 0.7, 0.6))).get("ndcg@10");
        assertEquals("popular", difference.to());
        assertEquals(0.2, difference.mean(), 1e-12);
        assertNull(difference.halfWidth());
        assertEquals(T2 * 0.1 / Math.sqrt(3), difference.halfWidthOverUsers(), 1e-6);
        assertEquals(3, difference.users());
        assertEquals(3, difference.compared());
    }

    /** Seeds that change nothing are no further users. */
    @Test
    void theSameUsersInSeveralRunsCountOnce() {
        Comparison comparison = new Comparison();
        comparison.add("popular", List.of(lists(1, 0.1, 0.5, 0.3), lists(2, 0.1, 0.5, 0.3)));
        Difference difference = comparison.add("ials", List.of(lists(1, 0.2, 0.7, 0.6), lists(2, 0.2, 0.7, 0.6)))
                .get("ndcg@10");
        assertEquals(T2 * 0.1 / Math.sqrt(3), difference.halfWidthOverUsers(), 1e-6);
        assertEquals(0, difference.halfWidth(), 1e-12);
        assertEquals(3, difference.users());
        assertEquals(6, difference.compared());
    }

    /** Of seeds, 0.2 and 0.4: mean 0.3, standard error 0.1, t of one degree 12.7062. */
    @Test
    void runsAreComparedRunByRun() {
        Comparison comparison = new Comparison();
        comparison.add("popular", List.of(lists(1, 0.1, 0.3), lists(2, 0.7, 0.1)));
        Difference difference = comparison.add("ials", List.of(lists(1, 0.3, 0.5), lists(2, 1.1, 0.5)))
                .get("ndcg@10");
        assertEquals(0.3, difference.mean(), 1e-12);
        assertEquals(12.7062047 * 0.1, difference.halfWidth(), 1e-5);
        assertEquals(0, difference.halfWidthOverUsers(), 1e-12);
    }

    /**
     * Squares 8, 2, 1, 1 less 4, 1, 1, 2 of four users with 2, 1, 1 and 1 ratings: d = 4/5, and dᵤ - nᵤ·d is 2.4, 0.2,
     * -0.8, -1.8. The difference of roots is that of squares by the sum of the roots.
     */
    @Test
    void errorsAreComparedByTheirRoots() {
        Comparison comparison = new Comparison();
        int[] counts = {2, 1, 1, 1};
        double before = Math.sqrt(8.0 / 5);
        double after = Math.sqrt(12.0 / 5);
        comparison.add("als", List.of(tested(1, "rmse", before, counts, 4, 1, 1, 2)));
        Difference difference = comparison.add("sgd", List.of(tested(1, "rmse", after, counts, 8, 2, 1, 1)))
                .get("rmse");
        double error = Math.sqrt((2.4 * 2.4 + 0.2 * 0.2 + 0.8 * 0.8 + 1.8 * 1.8) * 4 / 3) / 5;
        assertEquals(after - before, difference.mean(), 1e-12);
        assertEquals(T3 * error / (before + after), difference.halfWidthOverUsers(), 1e-6);
        assertEquals(4, difference.users());
        assertEquals(5, difference.compared());
    }

    @Test
    void eachMeasureIsComparedWithTheFirstThatHasIt() {
        Comparison comparison = new Comparison();
        comparison.add("popular", List.of(lists(1, 0.1, 0.5)));
        assertTrue(comparison.add("als", List.of(tested(1, "rmse", 2, new int[]{1, 1}, 4, 4))).isEmpty());
        SequencedMap<String, Difference> differences = comparison.add("sgd",
                List.of(tested(1, "rmse", 3, new int[]{1, 1}, 9, 9)));
        assertEquals("als", differences.get("rmse").to());
        assertEquals(1, differences.get("rmse").mean());
    }

    @Test
    void whatWasJudgedByOthersIsNotCompared() {
        Comparison comparison = new Comparison();
        comparison.add("popular", List.of(lists(1, 0.1, 0.5)));
        assertThrows(IllegalArgumentException.class, () -> comparison.add("ials", List.of(lists(1, 0.1, 0.5, 0.2))));
    }
}
