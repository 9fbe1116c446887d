package dev.marquee.cf.index;

import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.rank.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The searches of many users. A thread takes some users at a time and some blocks of items at a time, which stay in its
 * cache while the users pass by in fours. Immutable, thread-safe.
 */
final class BatchSearch {
    private static final int USERS_AT_ONCE = 64;
    /** At k = 64 a quarter of a usual second-level cache. */
    private static final int BLOCKS_AT_ONCE = 64;

    private final FactorIndex index;
    private final QuantizedItems items;
    private final List<float[]> users;
    private final int n;
    private final IntFunction<ItemFilter> filters;

    BatchSearch(FactorIndex index, QuantizedItems items, List<float[]> users, int n, IntFunction<ItemFilter> filters) {
        this.index = index;
        this.items = items;
        this.users = users;
        this.n = Math.min(n, index.size());
        this.filters = filters;
    }

    List<List<Scored>> run(int threads) {
        int parts = (users.size() + USERS_AT_ONCE - 1) / USERS_AT_ONCE;
        if (threads == 1 || parts < 2) {
            return IntStream.range(0, parts).mapToObj(this::part).flatMap(List::stream).toList();
        }
        // A parallel stream that is started in a pool runs in that pool.
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            return pool.submit(() -> IntStream.range(0, parts).parallel().mapToObj(this::part).flatMap(List::stream)
                    .toList()).join();
        }
    }

    private List<List<Scored>> part(int part) {
        int from = part * USERS_AT_ONCE;
        int to = Math.min(from + USERS_AT_ONCE, users.size());
        // null for a user whose numbers are too large or too small for bounds
        BoundedSearch[] searches = new BoundedSearch[to - from];
        for (int user = from; user < to; user++) {
            QuantizedUser quantized = items.quantize(users.get(user));
            searches[user - from] = quantized == null
                    ? null
                    : new BoundedSearch(index, items, quantized, n, filters.apply(user));
        }
        search(Stream.of(searches).filter(Objects::nonNull).toList());
        List<List<Scored>> lists = new ArrayList<>();
        for (int user = from; user < to; user++) {
            BoundedSearch search = searches[user - from];
            lists.add(search == null ? index.scan(users.get(user), n, filters.apply(user)) : search.best());
        }
        return lists;
    }

    private void search(List<BoundedSearch> searches) {
        int inFours = Kernels.vectorApiPresent() ? searches.size() / Four.SIZE * Four.SIZE : 0;
        List<Four> fours = new ArrayList<>();
        for (int first = 0; first < inFours; first += Four.SIZE) {
            fours.add(new Four(items, searches.subList(first, first + Four.SIZE)));
        }
        for (int block = 0; block < items.blocks; block += BLOCKS_AT_ONCE) {
            int end = Math.min(block + BLOCKS_AT_ONCE, items.blocks);
            for (Four four : fours) {
                four.blocks(block, end);
            }
        }
        searches.subList(inFours, searches.size()).forEach(BoundedSearch::allBlocks);
    }

    /** Four searches that go through the same blocks together. */
    private static final class Four {
        private static final int SIZE = 4;

        private final QuantizedItems items;
        private final List<BoundedSearch> searches;
        private final QuantizedUser[] users;
        private final float[] thresholds = new float[SIZE];
        private final short[] sums = new short[SIZE * QuantizedItems.BLOCK];
        private final float[] bounds = new float[SIZE * QuantizedItems.BLOCK];
        private final long[] reached = new long[SIZE];

        private Four(QuantizedItems items, List<BoundedSearch> searches) {
            this.items = items;
            this.searches = searches;
            this.users = searches.stream().map(BoundedSearch::user).toArray(QuantizedUser[]::new);
        }

        private void blocks(int from, int to) {
            for (int block = from; block < to; block++) {
                boolean any = false;
                for (int i = 0; i < SIZE; i++) {
                    boolean passes = searches.get(i).passesOver(block);
                    thresholds[i] = passes ? Float.POSITIVE_INFINITY : searches.get(i).threshold();
                    any |= !passes;
                }
                if (any) {
                    PanamaBlockBounds.reachFour(items, block, users, thresholds, sums, bounds, reached);
                    for (int i = 0; i < SIZE; i++) {
                        searches.get(i).take(block, bounds, i * QuantizedItems.BLOCK, reached[i]);
                    }
                }
            }
        }
    }
}
