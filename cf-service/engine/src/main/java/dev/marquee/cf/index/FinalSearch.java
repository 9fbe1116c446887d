package dev.marquee.cf.index;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
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
 * @param known their ratings, with the model's users and movies
 */
public record FinalSearch(FactorModel model, FinalLists lists, FinalScore score, RatingMatrix known)
        implements
            ListSearch {

    /** Of a model that has a final score. */
    public static FinalSearch of(FactorModel model, FactorIndex index, RatingMatrix known) {
        FinalScore score = model.finalScore().orElseThrow();
        return new FinalSearch(model, new FinalLists(model, index, score.tables(), known.content()), score, known);
    }

    @Override
    public List<List<Scored>> top(int[] users, int n, IntFunction<int[]> excluded, Runnable checkCancelled) {
        return Arrays.stream(users).parallel().mapToObj(user -> {
            checkCancelled.run();
            int[] without = excluded.apply(user);
            return lists.top(score, rater(user), n, movie -> Arrays.binarySearch(without, movie) < 0).stream()
                    .map(placed -> new Scored(placed.index(), placed.score())).toList();
        }).toList();
    }

    private Rater rater(int user) {
        Csr byUser = known.byUser();
        float[] ratings = new float[byUser.length(user)];
        byUser.copyValues(byUser.start(user), ratings.length, ratings);
        return new Rater(model.userFactors(user), byUser.rowIndexes(user), ratings);
    }

    /** Nothing is held. */
    @Override
    public void close() {}
}
