package dev.marquee.cf.app.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FewLargestPropertyTest {

    @Test
    void itKeepsWhatASortWouldPutFirst() {
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            // Few different values, so that many are equal.
            double[] values = random.doubles(random.nextInt(30)).map(value -> Math.floor(value * 8)).toArray();
            int most = random.nextInt(6);
            FewLargest largest = new FewLargest(most);
            for (int i = 0; i < values.length; i++) {
                largest.offer(i, values[i]);
            }
            List<Integer> sorted = IntStream.range(0, values.length).boxed()
                    .sorted(Comparator.comparingDouble(i -> -values[i])).limit(most).toList();
            List<Integer> kept = new ArrayList<>();
            for (int rank = 0; rank < largest.size(); rank++) {
                kept.add(largest.place(rank));
                assertEquals(values[largest.place(rank)], largest.value(rank), "seed " + seed);
            }
            assertEquals(sorted, kept, "seed " + seed);
        }
    }
}
