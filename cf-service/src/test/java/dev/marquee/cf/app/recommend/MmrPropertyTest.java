package dev.marquee.cf.app.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MmrPropertyTest {
    private static final int ROUNDS = 200;

    @Test
    void eachPickMaximisesWhatTheReferenceDoes() {
        for (long seed = 1; seed <= ROUNDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int size = random.nextInt(1, 30);
            double[] scores = random.doubles(size).map(s -> -s).sorted().map(s -> -s).toArray();
            double[][] alike = new double[size][size];
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < a; b++) {
                    alike[a][b] = alike[b][a] = random.nextDouble(-1, 1);
                }
            }
            int limit = random.nextInt(0, size + 3);
            double diversity = random.nextInt(4) == 0 ? 0 : random.nextDouble();
            List<Integer> ranked = IntStream.range(0, size).boxed().toList();
            List<Integer> picked = limit == 0
                    ? List.of()
                    : Mmr.select(ranked, i -> scores[i], (a, b) -> alike[a][b], limit, diversity);
            assertEquals(limit == 0 ? List.of() : reference(scores, alike, limit, diversity), picked, "seed " + seed);
            assertEquals(picked.size(), new HashSet<>(picked).size(), "seed " + seed);
        }
    }

    private static List<Integer> reference(double[] scores, double[][] alike, int limit, double diversity) {
        List<Integer> picked = new ArrayList<>();
        while (picked.size() < Math.min(limit, scores.length)) {
            int best = -1;
            double bestValue = 0;
            for (int i = 0; i < scores.length; i++) {
                int each = i;
                double closest = picked.stream().mapToDouble(p -> alike[each][p]).max().orElse(0);
                double value = picked.isEmpty() ? scores[i] : (1 - diversity) * scores[i] - diversity * closest;
                if (!picked.contains(i) && (best < 0 || value > bestValue)) {
                    best = i;
                    bestValue = value;
                }
            }
            picked.add(best);
        }
        return picked;
    }

    @Test
    void aTwinOfThePickedOneComesLast() {
        List<String> picked = Mmr.select(List.of("a", "twin", "other"), s -> s.equals("other") ? 0.8 : 1,
                (x, y) -> x.equals("other") || y.equals("other") ? 0 : 1, 3, 0.5);
        assertEquals(List.of("a", "other", "twin"), picked);
        assertTrue(Mmr.select(List.<String>of(), s -> 1, (x, y) -> 0, 3, 0.5).isEmpty());
    }
}
