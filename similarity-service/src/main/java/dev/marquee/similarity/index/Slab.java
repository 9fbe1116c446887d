package dev.marquee.similarity.index;

import dev.marquee.common.id.IdMap;
import dev.marquee.common.rank.TopK;
import dev.marquee.similarity.features.FeatureMatrix;
import dev.marquee.similarity.features.SparseVector;
import dev.marquee.similarity.movie.Movie;
import java.util.List;

/**
 * The movies of the last build, numbered by ascending id. Immutable, thread-safe.
 */
final class Slab {
    private final IdMap ids;
    private final List<Movie> movies;
    private final FeatureMatrix matrix;

    private Slab(IdMap ids, List<Movie> movies, FeatureMatrix matrix) {
        this.ids = ids;
        this.movies = movies;
        this.matrix = matrix;
    }

    /**
     * @param movies by ascending id, distinct
     * @param matrix their vectors
     */
    static Slab of(List<Movie> movies, FeatureMatrix matrix) {
        IdMap ids = IdMap.of(movies.stream().mapToLong(Movie::movieId).toArray());
        if (ids.size() != movies.size()) {
            throw new IllegalArgumentException("movies repeat an id");
        }
        return new Slab(ids, List.copyOf(movies), matrix);
    }

    IdMap ids() {
        return ids;
    }

    int size() {
        return movies.size();
    }

    Movie movie(int number) {
        return movies.get(number);
    }

    SparseVector vector(int number) {
        return matrix.row(number);
    }

    /**
     * Offers the movies with a score above 0 which the filter accepts.
     *
     * @param hidden a bit for each movie which is not to be found
     */
    void search(SparseVector query, MovieFilter filter, long[] hidden, TopK top) {
        float[] lookup = new float[matrix.columns()];
        for (int i = 0; i < query.size(); i++) {
            if (query.column(i) < lookup.length) {
                lookup[query.column(i)] = query.value(i);
            }
        }
        for (int number = 0; number < size(); number++) {
            float score = 0;
            for (int i = matrix.start(number); i < matrix.start(number + 1); i++) {
                score += lookup[matrix.column(i)] * matrix.value(i);
            }
            if (score > 0 && (hidden[number >> 6] >>> number & 1) == 0 && filter.accepts(movies.get(number))) {
                top.offer(number, score);
            }
        }
    }

    /** The product of a vector with a query, added in the same order as a search does. */
    float dot(SparseVector vector, float[] query) {
        float sum = 0;
        for (int i = 0; i < vector.size(); i++) {
            sum += vector.value(i) * query[vector.column(i)];
        }
        return sum;
    }
}
