package dev.marquee.launcher.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDataTest {

    @TempDir
    static Path temporary;

    private static List<SampleMovie> movies;
    private static List<SampleRating> ratings;

    @BeforeAll
    static void write() throws IOException {
        Path folder = temporary.resolve("sample");
        assertTrue(SampleData.writeTo(folder));
        assertFalse(SampleData.writeTo(folder), "an existing folder is left as it is");
        movies = SampleData.read(folder);
        ratings = new RatingGenerator(movies, SampleData.SEED).generate();
        assertEquals(ratings.size() + 1L, Files.readAllLines(folder.resolve("ratings.csv")).size());
    }

    @Test
    void theSampleIsLargeEnough() {
        assertTrue(movies.size() >= 500, movies.size() + " films");
        assertTrue(ratings.size() >= 60_000, ratings.size() + " ratings");
        assertTrue(byUser().size() >= 600, byUser().size() + " users");
        assertTrue(byUser().values().stream().allMatch(count -> count >= RatingGenerator.MIN_PER_USER));
    }

    @Test
    void theSameSeedGivesTheSameRatings() {
        assertEquals(ratings, new RatingGenerator(movies, SampleData.SEED).generate());
        assertFalse(ratings.equals(new RatingGenerator(movies, SampleData.SEED + 1).generate()));
    }

    @Test
    void theStarsAreSharedOutAsInMovieLens() {
        double[] shares = new double[10];
        ratings.forEach(rating -> shares[(int) (rating.rating() * 2) - 1] += 1.0 / ratings.size());
        assertArrayEquals(RatingGenerator.STAR_SHARES, shares, 0.0005, () -> Arrays.toString(shares));
    }

    @Test
    void nobodyRatesAFilmTwice() {
        var pairs = new HashSet<List<Long>>();
        assertTrue(ratings.stream().allMatch(rating -> pairs.add(List.of(rating.userId(), rating.movieId()))));
    }

    @Test
    void fewFilmsTakeMostRatings() {
        List<Long> counts = ratings.stream()
                .collect(Collectors.groupingBy(SampleRating::movieId, Collectors.counting()))
                .values().stream().sorted((a, b) -> Long.compare(b, a)).toList();
        long top = counts.stream().limit(movies.size() / 5).mapToLong(Long::longValue).sum();
        double share = (double) top / ratings.size();
        assertTrue(share > 0.4 && share < 0.8, "the most popular fifth has a share of " + share);
    }

    @Test
    void biasesExplainAPartAndNotAll() {
        double mean = ratings.stream().mapToDouble(SampleRating::rating).average().orElseThrow();
        Map<Long, Double> movieMean = means(true);
        Map<Long, Double> userMean = means(false);
        double total = 0;
        double left = 0;
        for (SampleRating rating : ratings) {
            double biased = userMean.get(rating.userId()) + movieMean.get(rating.movieId()) - mean;
            total += Math.pow(rating.rating() - mean, 2);
            left += Math.pow(rating.rating() - biased, 2);
        }
        double explained = 1 - left / total;
        assertTrue(explained > 0.15 && explained < 0.6, "biases explain " + explained + " of the variance");
    }

    private static Map<Long, Long> byUser() {
        return ratings.stream().collect(Collectors.groupingBy(SampleRating::userId, Collectors.counting()));
    }

    private static Map<Long, Double> means(boolean ofMovie) {
        return ratings.stream().collect(Collectors.groupingBy(r -> ofMovie ? r.movieId() : r.userId(),
                Collectors.averagingDouble(SampleRating::rating)));
    }
}
