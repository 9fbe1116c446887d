package dev.marquee.cf.app.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoudestPropertyTest {

    @Test
    void itKeepsWhatASortWouldPutFirst() {
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            // Few different values, so that many are equal.
            double[] values = random.doubles(random.nextInt(30)).map(value -> Math.floor(value * 8)).toArray();
            int most = random.nextInt(6);
            Loudest loudest = new Loudest(most);
            for (int i = 0; i < values.length; i++) {
                loudest.offer(i, values[i]);
            }
            List<Integer> sorted = IntStream.range(0, values.length).boxed()
                    .sorted(Comparator.comparingDouble(i -> -values[i])).limit(most).toList();
            List<Integer> kept = new ArrayList<>();
            for (int rank = 0; rank < loudest.size(); rank++) {
                kept.add(loudest.place(rank));
                assertEquals(values[loudest.place(rank)], loudest.value(rank), "seed " + seed);
            }
            assertEquals(sorted, kept, "seed " + seed);
        }
    }
}
