package dev.marquee.similarity.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.rank.Scored;
import dev.marquee.common.rank.TopK;
import dev.marquee.similarity.features.FeatureEncoder;
import dev.marquee.similarity.features.FeatureMatrix;
import dev.marquee.similarity.features.FeatureWeights;
import dev.marquee.similarity.features.SparseVector;
import dev.marquee.similarity.movie.Movie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the search does with its bounds: how many blocks it finishes, and those whose bound only just suffices. */
class SearchTest {
    private static final int ROWS = BlockKernel.ROWS;

    /** Counts the blocks that are finished. */
    private static final class Counting implements BlockKernel {
        private final BlockKernel plain = new ScalarBlockKernel();
        private int blocks;

        @Override
        public long scores(float[] data, int base, int[] columns, float[] weights, int count, float[] start, int from,
                float floor, float[] out) {
            blocks++;
            return plain.scores(data, base, columns, weights, count, start, from, floor, out);
        }

        @Override
        public void add(float weight, float[] x, int from, float[] y, int length) {
            plain.add(weight, x, from, y, length);
        }
    }

    private static List<Scored> best(IndexedMovies indexed, Search search, SparseVector query, int limit) {
        TopK top = new TopK(limit);
        search.run(query, indexed.filters().eligible(MovieFilter.NONE, new long[(indexed.size() + 63) / 64]), top);
        return top.drain();
    }

    @Test
    void someBlocksAreLeftOutAndNoFewerWhenAskedAgain() {
        List<Movie> movies = new RandomMovies(new Random(4)).list(3000).stream()
                .sorted(Comparator.comparingLong(Movie::movieId)).toList();
        FeatureEncoder encoder = FeatureEncoder.fit(movies, FeatureWeights.DEFAULTS);
        IndexedMovies indexed = IndexedMovies.of(movies, encoder.encodeAll(movies));
        Counting kernel = new Counting();
        Search search = indexed.newSearch(kernel);
        int all = 0;
        for (int number = 0; number < 3000; number += 50) {
            SparseVector query = indexed.vector(number);
            int before = kernel.blocks;
            List<Scored> first = best(indexed, search, query, 10);
            int once = kernel.blocks - before;
            assertEquals(first, best(indexed, search, query, 10));
            assertEquals(2 * once, kernel.blocks - before, "blocks for movie " + number);
            all += once;
        }
        int blocks = 60 * ((3000 + ROWS - 1) / ROWS);
        assertTrue(all < 0.75 * blocks, all + " of " + blocks + " blocks were finished");
    }

    /**
     * The first block is full of movies without the frequent column 0; the last of them and the first movie, which has
     * column 0 and so lies in the second block, are equally near.
     */
    @Test
    void aBlockWhoseBoundIsTheWorstScoreKeptIsFinishedForItsSmallerNumber() {
        List<SparseVector> vectors = new ArrayList<>();
        vectors.add(VectorMovies.vector(0, 1));
        IntStream.range(1, ROWS).forEach(row -> vectors.add(VectorMovies.vector(2)));
        vectors.add(VectorMovies.vector(1, 3));
        IntStream.range(0, ROWS - 1).forEach(row -> vectors.add(VectorMovies.vector(0)));
        IndexedMovies indexed = IndexedMovies.of(
                VectorMovies.movies(IntStream.range(0, 2 * ROWS).mapToLong(row -> row + 1).toArray()),
                FeatureMatrix.of(vectors, 4));
        Search search = indexed.newSearch(new ScalarBlockKernel());
        List<Scored> both = best(indexed, search, VectorMovies.vector(1), 2);
        assertEquals(List.of(0, ROWS), both.stream().map(Scored::index).toList());
        assertEquals(both.getFirst().score(), both.getLast().score());
        assertEquals(both.subList(0, 1), best(indexed, search, VectorMovies.vector(1), 1));
    }
}
