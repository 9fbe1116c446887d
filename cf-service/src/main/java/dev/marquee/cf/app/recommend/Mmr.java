package dev.marquee.cf.app.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * Maximal marginal relevance: picks one after the other what scores high and is unlike what was picked before
 * (Carbonell and Goldstein, 1998).
 */
final class Mmr {
    private Mmr() {}

    /**
     * @param ranked best first
     * @param score relevance, scaled to 0 … 1
     * @param similarity of two elements, −1 … 1
     * @param diversity 0 keeps the order, 1 looks at likeness only (after the first)
     * @return at most {@code limit} elements; of equal ones the one that ranks higher
     */
    static <T> List<T> select(List<T> ranked, ToDoubleFunction<T> score, ToDoubleBiFunction<T, T> similarity, int limit,
            double diversity) {
        if (diversity == 0 || ranked.isEmpty()) {
            return ranked.subList(0, Math.min(limit, ranked.size()));
        }
        List<T> left = new ArrayList<>(ranked);
        List<T> picked = new ArrayList<>();
        double[] closest = new double[left.size()];
        Arrays.fill(closest, Double.NEGATIVE_INFINITY);
        picked.add(left.removeFirst());
        System.arraycopy(closest, 1, closest, 0, closest.length - 1);
        while (picked.size() < limit && !left.isEmpty()) {
            T last = picked.getLast();
            int best = -1;
            double bestValue = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < left.size(); i++) {
                closest[i] = Math.max(closest[i], similarity.applyAsDouble(left.get(i), last));
                double value = (1 - diversity) * score.applyAsDouble(left.get(i)) - diversity * closest[i];
                if (best < 0 || value > bestValue) {
                    best = i;
                    bestValue = value;
                }
            }
            picked.add(left.remove(best));
            System.arraycopy(closest, best + 1, closest, best, left.size() - best);
        }
        return picked;
    }
}
