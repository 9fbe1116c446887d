package dev.marquee.cf.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.measure.RankingProtocol;
import dev.marquee.cf.measure.RankingScores;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.baseline.Popular;
import dev.marquee.cf.train.ials.Ials;
import dev.marquee.common.testing.MovieData;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On real ratings, so that a change that spoils lists is noticed. */
class ListAccuracyTest {

    @Test
    void listsOfTheRankingModelAreWorthTwiceThoseOfWhatIsPopular() {
        Split split = Split.random(new RatingData(MovieData.folder("ml-100k")).all(), 0.1, 1);
        double ials = ndcg(new Ials(), split);
        double popular = ndcg(new Popular(), split);
        assertTrue(ials > 0.33, "NDCG@10 " + ials);
        assertTrue(ials > 2 * popular, "NDCG@10 " + ials + ", of what is popular " + popular);
    }

    /** Counted here from the ratings themselves, by nothing that the engine has but its division of them. */
    @Test
    void listsOfWhatWasRatedMostMatchACount() {
        Split split = Split.random(new RatingData(MovieData.folder("ml-100k")).all(), 0.1, 1);
        RatingMatrix train = split.train();
        Map<Integer, Integer> counts = new HashMap<>();
        Map<Integer, Set<Integer>> seen = new HashMap<>();
        for (int user = 0; user < train.users().size(); user++) {
            for (int movie : train.byUser().rowIndexes(user)) {
                counts.merge(movie, 1, Integer::sum);
                seen.computeIfAbsent(user, key -> new HashSet<>()).add(movie);
            }
        }
        Map<Integer, Set<Integer>> liked = new HashMap<>();
        for (int i = 0; i < split.heldOut().size(); i++) {
            if (split.heldOut().rating(i) >= 4) {
                liked.computeIfAbsent(split.heldOut().user(i), key -> new HashSet<>()).add(split.heldOut().movie(i));
            }
        }
        List<Integer> byCount = IntStream.range(0, train.movies().size()).boxed()
                .sorted(Comparator.comparingInt((Integer movie) -> -counts.getOrDefault(movie, 0))).toList();
        double sum = 0;
        for (Map.Entry<Integer, Set<Integer>> user : liked.entrySet()) {
            Set<Integer> without = seen.getOrDefault(user.getKey(), Set.of());
            sum += ndcg(byCount.stream().filter(movie -> !without.contains(movie)).limit(10).toList(), user.getValue());
        }
        assertEquals(sum / liked.size(), ndcg(new Popular().estimator().with(Map.of("confidence", 0)), split), 1e-9);
    }

    private static double ndcg(List<Integer> list, Set<Integer> liked) {
        double gain = 0;
        double most = 0;
        for (int rank = 1; rank <= 10; rank++) {
            double discount = 1 / (Math.log(rank + 1) / Math.log(2));
            gain += liked.contains(list.get(rank - 1)) ? discount : 0;
            most += rank <= liked.size() ? discount : 0;
        }
        return gain / most;
    }

    private static double ndcg(Algorithm<?> algorithm, Split split) {
        return ndcg(algorithm.estimator(), split);
    }

    private static double ndcg(Estimator<?> estimator, Split split) {
        FactorModel model = estimator.train(split.train(), null, TrainListener.NONE).model();
        return RankingScores.of(model, split.train(), split.heldOut(), RankingProtocol.DEFAULTS).values()
                .get("ndcg@10");
    }
}
