package dev.marquee.common.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TopKPropertyTest {

    @Test
    void equalsTheBeginningOfASortedList() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            int size = random.nextInt(200);
            int k = random.nextInt(60);
            int levels = 1 + random.nextInt(20); // few levels: many ties
            List<Scored> all = new ArrayList<>();
            TopK top = new TopK(k);
            for (int i = 0; i < size; i++) {
                float score = random.nextInt(10) == 0 ? Float.NaN : random.nextInt(levels) - levels / 2;
                int index = random.nextInt(1_000_000);
                if (!Float.isNaN(score)) {
                    all.add(new Scored(index, score));
                }
                top.offer(index, score);
            }
            all.sort(Scored.BEST_FIRST);
            List<Scored> expected = all.subList(0, Math.min(k, all.size()));
            assertEquals(expected, top.drain(), "seed " + seed);
            assertEquals(0, top.size(), "seed " + seed);
        }
    }

    @Test
    void theThresholdIsTheWorstKept() {
        TopK top = new TopK(2);
        assertEquals(Float.NEGATIVE_INFINITY, top.threshold());
        top.offer(1, 5);
        top.offer(2, 3);
        assertEquals(3, top.threshold());
        top.offer(3, 4);
        assertEquals(4, top.threshold());
        assertEquals(Float.POSITIVE_INFINITY, new TopK(0).threshold());
    }

    @Test
    void aNegativeSizeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new TopK(-1));
    }
}
