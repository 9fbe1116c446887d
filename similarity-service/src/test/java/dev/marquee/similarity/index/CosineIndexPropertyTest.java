package dev.marquee.similarity.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.similarity.features.FeatureEncoder;
import dev.marquee.similarity.features.FeatureWeights;
import dev.marquee.similarity.movie.Movie;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every answer equals that of the brute-force reference on random movies. */
class CosineIndexPropertyTest {
    private static final FeatureWeights WEIGHTS = FeatureWeights.DEFAULTS;

    @Test
    void similarMoviesWithFilters() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<Movie> movies = new RandomMovies(random).list(1 + random.nextInt(seed % 10 == 0 ? 2500 : 300));
            FeatureEncoder encoder = FeatureEncoder.fit(movies, WEIGHTS);
            CosineIndex index = CosineIndex.build(movies, encoder);
            BruteForce reference = new BruteForce(movies, encoder);
            for (int i = 0; i < 20; i++) {
                long id = any(random, movies).movieId();
                int limit = random.nextInt(80);
                MovieFilter filter = filter(random, movies);
                BruteForce.assertSame(reference.similar(id, filter), index.similar(id, limit, filter), limit,
                        "seed " + seed + ", movie " + id + ", " + filter);
            }
        }
    }

    @Test
    void profilesWithLikesAndDislikes() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<Movie> movies = new RandomMovies(random).list(2 + random.nextInt(400));
            FeatureEncoder encoder = FeatureEncoder.fit(movies, WEIGHTS);
            CosineIndex index = CosineIndex.build(movies, encoder);
            BruteForce reference = new BruteForce(movies, encoder);
            for (int i = 0; i < 10; i++) {
                List<WeightedMovie> profile = profile(random, movies);
                int limit = 1 + random.nextInt(50);
                MovieFilter filter = filter(random, movies);
                BruteForce.assertSame(reference.similarToProfile(profile, filter),
                        index.profile(profile).similar(limit, filter), limit, "seed " + seed + ", " + profile);
            }
        }
    }

    @Test
    void changesGiveWhatABuildWithTheSameRarityGives() {
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            RandomMovies source = new RandomMovies(random);
            Map<Long, Movie> movies = new TreeMap<>();
            source.list(1 + random.nextInt(200)).forEach(movie -> movies.put(movie.movieId(), movie));
            FeatureEncoder encoder = FeatureEncoder.fit(movies.values(), WEIGHTS);
            CosineIndex index = CosineIndex.build(movies.values(), encoder);
            // So many different movies that the changes are folded into the bulk on the way.
            boolean many = seed % 8 == 0;
            int changes = many ? CosineIndex.MOST_CHANGES + 200 : random.nextInt(100);
            for (int c = 0; c < changes; c++) {
                long id = many ? 1L + c : 1L + random.nextInt(1500);
                if (movies.containsKey(id) && random.nextBoolean()) {
                    index = index.without(id);
                    movies.remove(id);
                } else {
                    Movie changed = source.movie(id);
                    encoder = encoder.with(changed);
                    index = index.with(changed);
                    movies.put(id, changed);
                }
            }
            compare(index, CosineIndex.build(movies.values(), encoder), new BruteForce(movies.values(), encoder),
                    new ArrayList<>(movies.values()), random, "seed " + seed);
        }
    }

    private static void compare(CosineIndex changed, CosineIndex built, BruteForce reference, List<Movie> movies,
            Random random, String where) {
        assertEquals(movies.size(), changed.size(), where);
        assertEquals(built.featureCount(), changed.featureCount(), where);
        for (int i = 0; i < 20 && !movies.isEmpty(); i++) {
            Movie movie = any(random, movies);
            assertEquals(movie, changed.movie(movie.movieId()), where);
            MovieFilter filter = filter(random, movies);
            List<Neighbour> found = changed.similar(movie.movieId(), 30, filter);
            BruteForce.assertSame(reference.similar(movie.movieId(), filter), found, 30, where);
            List<WeightedMovie> profile = profile(random, movies);
            BruteForce.assertSame(reference.similarToProfile(profile, filter),
                    changed.profile(profile).similar(30, filter), 30, where);
        }
    }

    @Test
    void queriesAtOnceAnswerAsOneAfterTheOther() {
        for (long seed = 0; seed < 10; seed++) {
            List<Movie> movies = new RandomMovies(new Random(seed)).list(600);
            CosineIndex index = CosineIndex.build(movies, WEIGHTS);
            List<List<Neighbour>> single = movies.stream().map(movie -> tenNearest(index, movie)).toList();
            List<List<Neighbour>> atOnce = movies.parallelStream().map(movie -> tenNearest(index, movie)).toList();
            assertEquals(single, atOnce, "seed " + seed);
        }
    }

    private static List<Neighbour> tenNearest(CosineIndex index, Movie movie) {
        return index.similar(movie.movieId(), 10, MovieFilter.NONE);
    }

    @Test
    void sharesSumToOne() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            List<Movie> movies = new RandomMovies(random).list(2 + random.nextInt(100));
            FeatureEncoder encoder = FeatureEncoder.fit(movies, WEIGHTS);
            CosineIndex index = CosineIndex.build(movies, encoder);
            BruteForce reference = new BruteForce(movies, encoder);
            long a = any(random, movies).movieId();
            long b = any(random, movies).movieId();
            Explanation pair = index.explain(a, b, Integer.MAX_VALUE);
            assertEquals(reference.cosine(a, b), pair.score(), 1e-5, "seed " + seed);
            assertWhole(pair, seed);
            List<WeightedMovie> profile = profile(random, movies);
            Explanation explained = index.profile(profile).explain(b, Integer.MAX_VALUE);
            assertWhole(explained, seed);
            Explanation brief = index.profile(profile).explain(b, 2);
            assertEquals(explained.features().stream().limit(2).toList(), brief.features(), "seed " + seed);
            assertEquals(explained.because().stream().limit(2).toList(), brief.because(), "seed " + seed);
            if (explained.score() > 0) {
                double sum = explained.because().stream().mapToDouble(Explanation.ProfileShare::share).sum();
                assertEquals(1, sum, 1e-3, "seed " + seed + ": " + explained);
            }
        }
    }

    private static void assertWhole(Explanation explanation, long seed) {
        double sum = explanation.features().stream().mapToDouble(Explanation.SharedFeature::share).sum();
        assertEquals(explanation.score() > 0 ? 1 : 0, sum, 1e-3, "seed " + seed + ": " + explanation);
        float last = Float.POSITIVE_INFINITY;
        for (Explanation.SharedFeature feature : explanation.features()) {
            assertTrue(feature.share() <= last, "order, seed " + seed + ": " + explanation);
            last = feature.share();
        }
    }

    private static Movie any(Random random, List<Movie> movies) {
        return movies.get(random.nextInt(movies.size()));
    }

    private static List<WeightedMovie> profile(Random random, List<Movie> movies) {
        List<WeightedMovie> profile = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            profile.add(new WeightedMovie(any(random, movies).movieId(), random.nextInt(11) - 4));
        }
        return profile;
    }

    private static MovieFilter filter(Random random, List<Movie> movies) {
        if (random.nextInt(3) == 0) {
            return MovieFilter.NONE;
        }
        String genre = random.nextInt(2) == 0 ? null : "gENRE " + random.nextInt(5);
        Integer from = random.nextInt(2) == 0 ? null : 1950 + random.nextInt(40);
        Integer to = random.nextInt(2) == 0 ? null : 1990 + random.nextInt(40);
        Set<Long> left = new HashSet<>();
        for (int i = 0; i < random.nextInt(20); i++) {
            left.add(any(random, movies).movieId());
        }
        return new MovieFilter(genre, from, to, random.nextBoolean() ? null : left::contains);
    }
}
