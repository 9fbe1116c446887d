package dev.marquee.similarity.index;

import dev.marquee.common.rank.Scored;
import dev.marquee.common.rank.TopK;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The neighbours of every movie of a slab.
 */
final class AllPairs {
    private AllPairs() {}

    static AllNeighbours of(Slab slab, int limit) {
        int size = slab.size();
        int[] counts = new int[size];
        int[] neighbours = new int[size * limit];
        float[] scores = new float[size * limit];
        IntStream.range(0, size).parallel().forEach(number -> {
            TopK top = new TopK(limit);
            long[] hidden = Changes.none(size).hiding(number).hidden();
            slab.search(slab.vector(number), MovieFilter.NONE, hidden, top);
            List<Scored> best = top.drain();
            counts[number] = best.size();
            for (int rank = 0; rank < best.size(); rank++) {
                neighbours[number * limit + rank] = best.get(rank).index();
                scores[number * limit + rank] = best.get(rank).score();
            }
        });
        return new AllNeighbours(slab.ids(), limit, counts, neighbours, scores);
    }
}
