package dev.marquee.similarity.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.common.rank.TopK;
import dev.marquee.similarity.features.FeatureEncoder;
import dev.marquee.similarity.features.FeatureWeights;
import dev.marquee.similarity.features.SparseVector;
import dev.marquee.similarity.movie.Movie;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Leaving out blocks by their bounds changes nothing, with either kernel. */
class SearchPropertyTest {

    @Test
    void findsWhatAddingUpEveryRowFinds() {
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<Movie> movies = new RandomMovies(random).list(1 + random.nextInt(1500)).stream()
                    .sorted(Comparator.comparingLong(Movie::movieId)).toList();
            FeatureEncoder encoder = FeatureEncoder.fit(movies, FeatureWeights.DEFAULTS);
            IndexedMovies indexed = IndexedMovies.of(movies, encoder.encodeAll(movies));
            Search vectors = indexed.newSearch(new VectorBlockKernel());
            Search loops = indexed.newSearch(new ScalarBlockKernel());
            FilterTable.Eligible all = indexed.filters().eligible(MovieFilter.NONE, new long[indexed.size() / 64 + 1]);
            for (int q = 0; q < 20; q++) {
                SparseVector query = query(random, indexed, encoder.space().size());
                TopK expected = every(indexed, query, encoder.space().size(), 1 + q);
                TopK byVectors = new TopK(1 + q);
                TopK byLoops = new TopK(1 + q);
                vectors.run(query, all, byVectors);
                loops.run(query, all, byLoops);
                List<?> wanted = expected.drain();
                assertEquals(wanted, byVectors.drain(), "seed " + seed + ", query " + q);
                assertEquals(wanted, byLoops.drain(), "seed " + seed + ", query " + q);
            }
        }
    }

    /** A movie's vector, or a mixture of several with signs. */
    private static SparseVector query(Random random, IndexedMovies indexed, int columns) {
        if (random.nextBoolean()) {
            return indexed.vector(random.nextInt(indexed.size()));
        }
        List<WeightedMovie> movies = random.ints(5, 0, indexed.size())
                .mapToObj(number -> new WeightedMovie(number, random.nextInt(7) - 2)).toList();
        List<SparseVector> vectors = movies.stream().map(movie -> indexed.vector((int) movie.movieId())).toList();
        return Profile.of(movies, vectors, columns).direction();
    }

    private static TopK every(IndexedMovies indexed, SparseVector query, int columns, int limit) {
        float[] lookup = new float[columns];
        for (int i = 0; i < query.size(); i++) {
            lookup[query.column(i)] = query.value(i);
        }
        TopK top = new TopK(limit);
        for (int number = 0; number < indexed.size(); number++) {
            float score = indexed.dot(indexed.vector(number), lookup);
            if (score > 0) {
                top.offer(number, score);
            }
        }
        return top;
    }
}
