package dev.marquee.similarity.index;

import dev.marquee.similarity.features.SparseVector;
import dev.marquee.similarity.movie.Movie;
import java.util.Arrays;
import java.util.List;

/** Movies of which nothing counts but the vector, and vectors in which all columns count alike. */
final class VectorMovies {
    private VectorMovies() {}

    static Movie movie(long id) {
        return new Movie(id, "Movie " + id, null, null, List.of(), List.of(), List.of(), null, null);
    }

    static List<Movie> movies(long... ids) {
        return Arrays.stream(ids).mapToObj(VectorMovies::movie).toList();
    }

    /** @param columns ascending */
    static SparseVector vector(int... columns) {
        double[] values = new double[columns.length];
        Arrays.fill(values, 1);
        return SparseVector.normalised(columns, values, 0);
    }
}
