package dev.marquee.cf.train.lists;

import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.index.Asked;
import dev.marquee.cf.index.FactorIndex;
import dev.marquee.cf.index.FinalLists;
import dev.marquee.cf.index.ItemFilter;
import dev.marquee.cf.index.ListPool;
import dev.marquee.cf.index.Rater;
import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.measure.RankingProtocol;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.ListTables;
import dev.marquee.cf.train.support.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes lists to learn a final score from, by parts that were trained without what the lists are judged by.
 */
final class Examples {
    private static final int LENGTH = 10;
    private static final double LIKED = RankingProtocol.DEFAULTS.threshold();

    private final FinalLists lists;
    private final Workers workers;
    private final List<Example> all = new ArrayList<>();

    Examples(FactorModel model, ListTables tables, ContentMatrix content, Workers workers) {
        this.lists = new FinalLists(model, FactorIndex.of(model, null), tables, content);
        this.workers = workers;
    }

    List<Example> all() {
        return all;
    }

    /**
     * Adds a list for each of some users who liked a movie that was held out.
     *
     * @param asked by the users, whose known ratings these are
     * @param heldOut what is not known of them
     * @param most evenly spaced users of whom there are more
     * @param vectors by index of the user
     * @param weight of each list
     */
    void add(Asked asked, HeldOut heldOut, int most, IntFunction<float[]> vectors, double weight) {
        Csr known = asked.known().byUser();
        Csr held = heldOut.byUser(asked.known());
        int[] users = IntStream.range(0, known.rows())
                .filter(user -> known.length(user) > 0 && liked(held, user).length > 0).toArray();
        int step = Math.max(1, Math.ceilDiv(users.length, most));
        @Nullable
        Example[] made = new Example[Math.ceilDiv(users.length, step)];
        workers.chunks(made.length, 1, (from, to) -> {
            int user = users[from * step];
            made[from] = example(asked.rater(vectors.apply(user), user), known.rowIndexes(user), liked(held, user),
                    weight);
        });
        Arrays.stream(made).filter(Objects::nonNull).forEach(all::add);
    }

    private static int[] liked(Csr held, int user) {
        return IntStream.range(held.start(user), held.end(user)).filter(position -> held.value(position) >= LIKED)
                .map(held::index).toArray();
    }

    private @Nullable Example example(Rater rater, int[] rated, int[] liked, double weight) {
        ItemFilter unrated = movie -> Arrays.binarySearch(rated, movie) < 0;
        ListPool pool = lists.pool(rater, LENGTH, unrated);
        boolean[] hits = new boolean[pool.movies().length];
        boolean any = false;
        for (int i = 0; i < hits.length; i++) {
            hits[i] = Arrays.binarySearch(liked, pool.movies()[i]) >= 0;
            any |= hits[i];
        }
        return any ? new Example(pool, hits, weight) : null;
    }
}
