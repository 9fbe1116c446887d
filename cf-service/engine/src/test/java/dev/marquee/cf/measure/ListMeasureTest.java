package dev.marquee.cf.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ListMeasureTest {
    private static final double EXACT = 1e-12;

    /** Relevant movies at the first, third and sixth place, and two more that are not in the list. */
    @Test
    void aListAsOneWouldReckonByHand() {
        BitSet hits = hits(0, 2, 5);
        assertEquals(2.0 / 5, ListMeasure.PRECISION.of(hits, 5, 5), EXACT);
        assertEquals(3.0 / 10, ListMeasure.PRECISION.of(hits, 5, 10), EXACT);
        assertEquals(2.0 / 5, ListMeasure.RECALL.of(hits, 5, 5), EXACT);
        assertEquals(3.0 / 5, ListMeasure.RECALL.of(hits, 5, 10), EXACT);
        assertEquals((1 + 2.0 / 3) / 5, ListMeasure.AVERAGE_PRECISION.of(hits, 5, 5), EXACT);
        assertEquals((1 + 2.0 / 3) / 3, ListMeasure.AVERAGE_PRECISION.of(hits, 5, 3), EXACT);
        assertEquals((1 + 2.0 / 3 + 3.0 / 6) / 5, ListMeasure.AVERAGE_PRECISION.of(hits, 5, 10), EXACT);
        // log₂ of 2, 3, 4, 5, 6 is 1, 1.584963, 2, 2.321928, 2.584963.
        double ideal = 1 + 1 / 1.584962500721156 + 1 / 2.0 + 1 / 2.321928094887362 + 1 / 2.584962500721156;
        assertEquals((1 + 1 / 2.0) / ideal, ListMeasure.NDCG.of(hits, 5, 5), EXACT);
        assertEquals((1 + 1 / 2.0) / (1 + 1 / 1.584962500721156), ListMeasure.NDCG.of(hits(0, 2), 2, 5), EXACT);
        assertEquals(1, ListMeasure.HIT_RATE.of(hits, 5, 1));
        assertEquals(0, ListMeasure.HIT_RATE.of(hits(5), 5, 5));
    }

    @Test
    void aPerfectListHasOneAndAListWithoutHitsHasNone() {
        for (int relevant = 1; relevant <= 12; relevant++) {
            BitSet perfect = new BitSet();
            perfect.set(0, relevant);
            for (int k = 1; k <= 15; k++) {
                String where = relevant + " relevant, k " + k;
                assertEquals(1, ListMeasure.NDCG.of(perfect, relevant, k), EXACT, where);
                assertEquals(1, ListMeasure.AVERAGE_PRECISION.of(perfect, relevant, k), EXACT, where);
                assertEquals(1, ListMeasure.HIT_RATE.of(perfect, relevant, k), where);
                assertEquals(Math.min(1, (double) k / relevant), ListMeasure.RECALL.of(perfect, relevant, k), EXACT);
                assertEquals(Math.min(1, (double) relevant / k), ListMeasure.PRECISION.of(perfect, relevant, k), EXACT);
                for (ListMeasure measure : ListMeasure.values()) {
                    assertEquals(0, measure.of(new BitSet(), relevant, k), measure + ", " + where);
                }
            }
        }
    }

    @Test
    void valuesStayInRangeAndGrowWhenAHitMovesUp() {
        for (long seed = 0; seed < 2000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int k = random.nextInt(1, 20);
            BitSet hits = new BitSet();
            for (int rank = 0; rank < 25; rank++) {
                hits.set(rank, random.nextDouble() < 0.3);
            }
            int relevant = Math.max(1, hits.cardinality() + random.nextInt(4));
            for (ListMeasure measure : ListMeasure.values()) {
                double value = measure.of(hits, relevant, k);
                assertTrue(value >= 0 && value <= 1 + EXACT, measure + " is " + value + ", seed " + seed);
                int worse = hits.nextSetBit(1);
                if (worse > 0 && !hits.get(worse - 1)) {
                    BitSet better = (BitSet) hits.clone();
                    better.clear(worse);
                    better.set(worse - 1);
                    assertTrue(measure.of(better, relevant, k) >= value - EXACT, measure + ", seed " + seed);
                }
            }
        }
    }

    private static BitSet hits(int... ranks) {
        BitSet hits = new BitSet();
        for (int rank : ranks) {
            hits.set(rank);
        }
        return hits;
    }
}
