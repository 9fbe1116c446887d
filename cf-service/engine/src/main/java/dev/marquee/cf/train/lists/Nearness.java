package dev.marquee.cf.train.lists;

import dev.marquee.cf.index.ListPool;
import dev.marquee.cf.model.ScoreWeights;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Chooses by how much more content counts for those who told one rating. What they go on to rate is, most of it, what
 * everybody has seen; so weights learnt from that give all of them nearly the same list, whatever they told. But who
 * tells of one movie wants to see in the list that it was heard. So lists go as near to it as they can and still be no
 * worse than lists of what is popular.
 */
final class Nearness {
    private static final double FIRST = 0.1;
    private static final double STEP = 1.25;
    private static final int STEPS = 24;
    private static final int LENGTH = 10;
    /** What is known by one rating at most; see {@link ScoreWeights#at}. */
    private static final double ONE_RATING = 1;
    /** The place of the popularity among what is said of a movie. */
    private static final int POPULARITY = 3;

    private Nearness() {}

    /**
     * @param examples with some of users who told one rating
     * @param weights that were learnt from all
     * @return the weights with a nearness
     */
    static ScoreWeights chosen(List<Example> examples, ScoreWeights weights) {
        List<Example> told = examples.stream().filter(example -> example.pool().known() <= ONE_RATING).toList();
        if (told.isEmpty()) {
            return weights;
        }
        double popular = ndcg(told, Nearness::popularity);
        return IntStream.range(0, STEPS).mapToObj(step -> weights.nearness(FIRST * Math.pow(STEP, step)))
                .filter(tried -> ndcg(told, pool -> pool.scores(tried)) >= popular)
                .max(Comparator.comparingDouble(ScoreWeights::nearness)).orElse(weights);
    }

    private static double[] popularity(ListPool pool) {
        double[] popularity = new double[pool.movies().length];
        for (int i = 0; i < popularity.length; i++) {
            popularity[i] = pool.said()[i * ScoreWeights.FEATURES + POPULARITY];
        }
        return popularity;
    }

    private static double ndcg(List<Example> lists, Function<ListPool, double[]> scores) {
        return lists.stream().mapToDouble(list -> ndcg(list, scores.apply(list.pool()))).sum();
    }

    private static double ndcg(Example list, double[] scores) {
        int[] best = IntStream.range(0, scores.length).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i])).limit(LENGTH)
                .mapToInt(Integer::intValue).toArray();
        double gain = 0;
        double most = 0;
        for (int rank = 0; rank < best.length; rank++) {
            double worth = 1 / Math.log(rank + 2);
            gain += list.liked()[best[rank]] ? worth : 0;
            most += rank < list.likes() ? worth : 0;
        }
        return gain / most;
    }
}
