package dev.marquee.similarity.index;

import dev.marquee.common.id.IdMap;
import dev.marquee.similarity.features.FeatureMatrix;
import dev.marquee.similarity.features.SparseVector;
import dev.marquee.similarity.movie.Movie;
import java.util.List;

/**
 * The movies of the last build, numbered by ascending id, laid out for searching. Immutable, thread-safe.
 */
final class IndexedMovies {
    private static final BlockKernel KERNEL = BlockKernel.best();

    private final IdMap ids;
    private final List<Movie> movies;
    private final FeatureMatrix matrix;
    private final Arrangement arrangement;
    private final Postings rare;
    private final FrequentColumns dense;
    private final FilterTable filters;
    private final MemoryPool<Search> searches = new MemoryPool<>(() -> newSearch(KERNEL));

    private IndexedMovies(IdMap ids, List<Movie> movies, FeatureMatrix matrix) {
        this.ids = ids;
        this.movies = movies;
        this.matrix = matrix;
        this.arrangement = Arrangement.of(matrix);
        this.rare = Postings.of(matrix, arrangement.numbers(), arrangement.frequent());
        this.dense = FrequentColumns.of(matrix, arrangement.numbers(), arrangement.frequent(),
                arrangement.frequentCount());
        this.filters = new FilterTable(ids, movies);
    }

    /**
     * @param movies by ascending id, distinct
     * @param matrix their vectors, whose values are not negative
     * @throws IllegalArgumentException if two movies have one id
     */
    static IndexedMovies of(List<Movie> movies, FeatureMatrix matrix) {
        IdMap ids = IdMap.of(movies.stream().mapToLong(Movie::movieId).toArray());
        if (ids.size() != movies.size()) {
            throw new IllegalArgumentException("two movies have the same id");
        }
        return new IndexedMovies(ids, List.copyOf(movies), matrix);
    }

    IdMap ids() {
        return ids;
    }

    int size() {
        return movies.size();
    }

    /** The number of the first movie with a larger id. */
    int firstAfter(long movieId) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before = ids.idOf(middle) <= movieId;
            low = before ? middle + 1 : low;
            high = before ? high : middle;
        }
        return low;
    }

    Movie movie(int number) {
        return movies.get(number);
    }

    SparseVector vector(int number) {
        return matrix.row(number);
    }

    FilterTable filters() {
        return filters;
    }

    /** Working memory of searches. */
    MemoryPool<Search> searches() {
        return searches;
    }

    Search newSearch(BlockKernel kernel) {
        return new Search(rare, dense, arrangement, kernel);
    }

    /**
     * The product of a vector with a query, added in the order of a search, so that two movies with the same features
     * have the same score wherever they are kept.
     *
     * @param query by column
     */
    float dot(SparseVector vector, float[] query) {
        float sum = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < vector.size(); i++) {
                int column = vector.column(i);
                boolean frequent = column < matrix.columns() && arrangement.frequent()[column] >= 0;
                if (frequent == (pass == 1)) {
                    sum += vector.value(i) * query[column];
                }
            }
        }
        return sum;
    }
}
