package dev.marquee.similarity.index;

import dev.marquee.common.rank.Scored;
import dev.marquee.common.rank.TopK;
import dev.marquee.similarity.index.FilterTable.Eligible;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The neighbours of every movie of a slab, on all cores. Movies are taken in the order in which they lie in memory: one
 * after the other they need much the same blocks, which therefore stay in the cache.
 */
final class AllPairs {
    /** Movies that one thread takes at a time. */
    private static final int CHUNK = 256;

    private final Slab slab;
    private final int limit;
    private final int[] counts;
    private final int[] neighbours;
    private final float[] scores;

    private AllPairs(Slab slab, int limit) {
        this.slab = slab;
        this.limit = limit;
        this.counts = new int[slab.size()];
        this.neighbours = new int[slab.size() * limit];
        this.scores = new float[slab.size() * limit];
    }

    static AllNeighbours of(Slab slab, int limit) {
        AllPairs pairs = new AllPairs(slab, limit);
        IntStream.range(0, (slab.size() + CHUNK - 1) / CHUNK).parallel().forEach(pairs::chunk);
        return new AllNeighbours(slab.ids(), limit, pairs.counts, pairs.neighbours, pairs.scores);
    }

    private void chunk(int chunk) {
        Search search = slab.newSearch();
        TopK top = new TopK(Math.min(limit, slab.size()));
        Eligible eligible = slab.filters().eligible(MovieFilter.NONE, new long[(slab.size() + 63) / 64]);
        for (int place = chunk * CHUNK; place < Math.min(slab.size(), (chunk + 1) * CHUNK); place++) {
            int number = slab.order()[place];
            eligible.set(number, false);
            search.run(slab.vector(number), eligible, top);
            eligible.set(number, true);
            keep(number, top.drain());
        }
    }

    private void keep(int number, List<Scored> best) {
        counts[number] = best.size();
        int at = number * limit;
        for (Scored scored : best) {
            neighbours[at] = scored.index();
            scores[at++] = scored.score();
        }
    }
}
