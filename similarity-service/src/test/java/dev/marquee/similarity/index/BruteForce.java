package dev.marquee.similarity.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.similarity.features.FeatureEncoder;
import dev.marquee.similarity.features.SparseVector;
import dev.marquee.similarity.movie.Movie;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The plain reference: every pair, in double precision. */
final class BruteForce {
    private static final double CLOSE = 1e-5;

    record Answer(long movieId, double score) {}

    private final int columns;
    private final Map<Long, Movie> movies = new TreeMap<>();
    private final Map<Long, double[]> vectors = new TreeMap<>();
    private final Map<Long, Double> own = new TreeMap<>();

    BruteForce(Collection<Movie> movies, FeatureEncoder encoder) {
        this.columns = encoder.space().size();
        movies.forEach(movie -> {
            this.movies.put(movie.movieId(), movie);
            SparseVector row = encoder.encode(movie);
            this.vectors.put(movie.movieId(), dense(row));
            this.own.put(movie.movieId(), (double) row.own());
        });
    }

    private double[] dense(SparseVector row) {
        double[] dense = new double[columns];
        for (int i = 0; i < row.size(); i++) {
            dense[row.column(i)] = row.value(i);
        }
        return dense;
    }

    List<Answer> similar(long movieId, MovieFilter filter) {
        return all(vectors.get(movieId), Set.of(movieId), filter);
    }

    List<Answer> similarToProfile(List<WeightedMovie> profile, MovieFilter filter) {
        double[] sum = new double[columns];
        Map<Long, Double> weights = new TreeMap<>();
        for (WeightedMovie movie : profile) {
            weights.merge(movie.movieId(), (double) movie.weight(), Double::sum);
            double[] vector = vectors.get(movie.movieId());
            for (int c = 0; c < columns; c++) {
                sum[c] += movie.weight() * vector[c];
            }
        }
        double squares = dot(sum, sum);
        for (Map.Entry<Long, Double> weight : weights.entrySet()) {
            squares += Math.pow(weight.getValue() * own.get(weight.getKey()), 2);
        }
        double length = Math.sqrt(squares);
        for (int c = 0; c < columns; c++) {
            sum[c] = length == 0 ? 0 : sum[c] / length;
        }
        return all(sum, weights.keySet(), filter);
    }

    double cosine(long a, long b) {
        return dot(vectors.get(a), vectors.get(b));
    }

    private List<Answer> all(double[] query, Set<Long> left, MovieFilter filter) {
        List<Answer> answers = new ArrayList<>();
        vectors.forEach((id, vector) -> {
            double score = dot(query, vector);
            if (score > 0 && !left.contains(id) && filter.accepts(movies.get(id))) {
                answers.add(new Answer(id, score));
            }
        });
        answers.sort(Comparator.comparingDouble(Answer::score).reversed().thenComparingLong(Answer::movieId));
        return answers;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += a[c] * b[c];
        }
        return sum;
    }

    /**
     * The actual list is the beginning of the expected one, but for the order of scores that differ by rounding only.
     */
    static void assertSame(List<Answer> expected, List<Neighbour> actual, int limit, String where) {
        long certain = expected.stream().filter(answer -> answer.score() > CLOSE).limit(limit).count();
        if (actual.size() < certain || actual.size() > Math.min(limit, expected.size())) {
            assertEquals(certain, actual.size(), "number of neighbours, " + where);
        }
        Map<Long, Double> scores = new TreeMap<>();
        expected.forEach(answer -> scores.put(answer.movieId(), answer.score()));
        Set<Long> seen = new HashSet<>();
        for (int rank = 0; rank < actual.size(); rank++) {
            Neighbour neighbour = actual.get(rank);
            String here = where + ", rank " + rank + " of " + actual;
            assertEquals(scores.getOrDefault(neighbour.movieId(), -9.0), neighbour.score(), CLOSE, here);
            assertEquals(expected.get(rank).score(), neighbour.score(), CLOSE, here);
            assertEquals(true, seen.add(neighbour.movieId()), "twice: " + here);
            if (rank > 0 && actual.get(rank - 1).score() == neighbour.score()) {
                assertEquals(true, actual.get(rank - 1).movieId() < neighbour.movieId(), "order of ties: " + here);
            }
        }
    }
}
