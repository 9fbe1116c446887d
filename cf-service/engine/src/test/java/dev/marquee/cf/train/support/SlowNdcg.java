package dev.marquee.cf.train.support;

import dev.marquee.cf.matrix.Split;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** NDCG@10 by its definition: all unrated movies are sorted. */
public final class SlowNdcg {
    private SlowNdcg() {}

    /** A score by user and movie index. */
    public interface Scores {
        float of(int user, int movie);
    }

    /** @param liked the lowest rating of a relevant movie */
    public static double of(Scores scores, Split split, float liked) {
        return IntStream.range(0, split.train().users().size()).filter(user -> !liked(split, user, liked).isEmpty())
                .mapToDouble(user -> of(list(scores, split, user), liked(split, user, liked))).average().orElseThrow();
    }

    private static Set<Integer> liked(Split split, int user, float least) {
        return IntStream.range(0, split.heldOut().size())
                .filter(i -> split.heldOut().user(i) == user && split.heldOut().rating(i) >= least)
                .mapToObj(i -> split.heldOut().movie(i)).collect(Collectors.toSet());
    }

    private static List<Integer> list(Scores scores, Split split, int user) {
        return IntStream.range(0, split.train().movies().size())
                .filter(movie -> split.train().byUser().find(user, movie) < 0).boxed()
                .sorted((a, b) -> Float.compare(scores.of(user, b), scores.of(user, a))).limit(10).toList();
    }

    private static double of(List<Integer> list, Set<Integer> liked) {
        double gain = IntStream.range(0, list.size()).filter(rank -> liked.contains(list.get(rank)))
                .mapToDouble(SlowNdcg::discount).sum();
        return gain / IntStream.range(0, Math.min(10, liked.size())).mapToDouble(SlowNdcg::discount).sum();
    }

    private static double discount(int rank) {
        return 1 / (Math.log(rank + 2) / Math.log(2));
    }
}
