package dev.marquee.cf.index;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.common.rank.Scored;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * {@link ListSearch} on the CPU.
 *
 * @param model of the users
 * @param index of the movies
 * @param threads 1 or more
 */
public record HostSearch(FactorModel model, FactorIndex index, int threads) implements ListSearch {

    @Override
    public List<List<Scored>> top(int[] users, int n, IntFunction<int[]> excluded, Runnable checkCancelled) {
        return index.topOfMany(Arrays.stream(users).mapToObj(model::userFactors).toList(), n, position -> {
            checkCancelled.run();
            int[] without = excluded.apply(users[position]);
            return movie -> Arrays.binarySearch(without, movie) < 0;
        }, threads);
    }

    /** Nothing is held. */
    @Override
    public void close() {}
}
