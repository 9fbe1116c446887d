package dev.marquee.cf.index;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.FinalScore;
import dev.marquee.common.rank.Scored;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * {@link ListSearch} by a final score, on the CPU.
 *
 * @param model of the users
 * @param asked by the model's users, of its movies
 */
public record FinalSearch(FactorModel model, FinalLists lists, FinalScore score, Asked asked)
        implements
            ListSearch {

    /** Of a model that has a final score. */
    public static FinalSearch of(FactorModel model, FactorIndex index, Asked asked) {
        FinalScore score = model.finalScore().orElseThrow();
        return new FinalSearch(model, new FinalLists(model, index, score.tables(), asked.known().content()), score,
                asked);
    }

    @Override
    public List<List<Scored>> top(int[] users, int n, IntFunction<int[]> excluded, Runnable checkCancelled) {
        return Arrays.stream(users).parallel().mapToObj(user -> {
            checkCancelled.run();
            int[] without = excluded.apply(user);
            return lists.top(score, asked.rater(model.userFactors(user), user), n,
                    movie -> Arrays.binarySearch(without, movie) < 0).stream()
                    .map(placed -> new Scored(placed.index(), placed.score())).toList();
        }).toList();
    }

    /** Nothing is held. */
    @Override
    public void close() {}
}
