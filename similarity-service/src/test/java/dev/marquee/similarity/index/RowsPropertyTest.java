package dev.marquee.similarity.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.marquee.similarity.features.FeatureWeights;
import dev.marquee.similarity.features.SparseVector;
import dev.marquee.similarity.movie.Movie;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The rows that an index tells, while movies come, change and go. */
class RowsPropertyTest {

    @Test
    void rowsAreThoseOfTheMoviesThatThereAreAndTheirProductIsTheScore() {
        for (long seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            RandomMovies movies = new RandomMovies(random);
            List<Movie> first = movies.list(1 + random.nextInt(60));
            CosineIndex index = CosineIndex.build(first, FeatureWeights.DEFAULTS);
            TreeMap<Long, Movie> there = new TreeMap<>();
            first.forEach(movie -> there.put(movie.movieId(), movie));
            for (int change = 0; change < 12; change++) {
                assertTold(index, there, random, "seed " + seed + ", change " + change);
                long id = random.nextLong(1, 301);
                if (there.size() > 1 && there.containsKey(id) && random.nextBoolean()) {
                    there.remove(id);
                    index = index.without(id);
                } else {
                    there.put(id, movies.movie(id));
                    index = index.with(there.get(id));
                }
            }
        }
    }

    private static void assertTold(CosineIndex index, NavigableMap<Long, Movie> there, Random random, String what) {
        long after = random.nextInt(-1, 320);
        List<Long> ids = new ArrayList<>();
        index.rows(after, (id, row) -> ids.add(id));
        assertEquals(List.copyOf(there.tailMap(after, false).keySet()), ids, what);
        TreeMap<Long, SparseVector> rows = new TreeMap<>();
        index.rows(Long.MIN_VALUE, (id, row) -> {
            rows.put(id, row);
            return rows.size() < 5;
        });
        assertEquals(Math.min(5, there.size()), rows.size(), what);
        long one = rows.firstKey();
        for (Neighbour neighbour : index.similar(one, there.size(), MovieFilter.NONE)) {
            if (rows.containsKey(neighbour.movieId())) {
                assertEquals(neighbour.score(), product(rows.get(one), rows.get(neighbour.movieId())), 1e-5, what);
            }
        }
    }

    private static double product(SparseVector a, SparseVector b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += (double) a.value(i) * b.at(a.column(i));
        }
        return sum;
    }

    @Test
    void versionsAreThoseOfWhatIsTold() {
        Random random = new Random(1);
        RandomMovies source = new RandomMovies(random);
        List<Movie> movies = source.list(50);
        CosineIndex index = CosineIndex.build(movies, FeatureWeights.DEFAULTS);
        CosineIndex again = CosineIndex.build(movies.reversed(), FeatureWeights.DEFAULTS);
        assertEquals(index.version(), again.version());
        assertEquals(index.spaceVersion(), again.spaceVersion());
        Movie added = source.movie(1000);
        CosineIndex more = index.with(added);
        assertNotEquals(index.version(), more.version());
        assertEquals(index.spaceVersion(), more.spaceVersion());
        assertEquals(index.version(), more.without(1000).version());
        assertEquals(index.version(), index.with(movies.getFirst()).version());
        List<Movie> all = new ArrayList<>(movies);
        all.add(added);
        assertNotEquals(index.spaceVersion(), CosineIndex.build(all, FeatureWeights.DEFAULTS).spaceVersion());
        FeatureWeights others = new FeatureWeights(1, 1, 1, 1, 1, 1, 1);
        assertNotEquals(index.version(), CosineIndex.build(movies, others).version());
    }
}
