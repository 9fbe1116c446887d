package dev.marquee.cf.index;

import dev.marquee.common.rank.Scored;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Finds the best movies of many users of a model at once. Used from one thread.
 */
public interface ListSearch extends AutoCloseable {

    /**
     * The n best movies of each user, equal ones by ascending index.
     *
     * @param users indexes
     * @param n 1 or more
     * @param excluded ascending indexes of movies by user: what the lists are without
     * @param checkCancelled called often, by any thread; what it throws ends the search
     * @return for each user best first; fewer than n only where there are no more
     */
    List<List<Scored>> top(int[] users, int n, IntFunction<int[]> excluded, Runnable checkCancelled);

    @Override
    void close();
}
