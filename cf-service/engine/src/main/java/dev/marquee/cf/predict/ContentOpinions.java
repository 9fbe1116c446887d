package dev.marquee.cf.predict;

import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.content.ContentProfile;
import dev.marquee.common.id.IdMap;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the movies of a model are like by their content. Immutable, thread-safe.
 */
final class ContentOpinions {
    private final ContentMatrix matrix;
    /** By the model's index; -1 where nothing is known of the movie. */
    private final int[] rows;

    ContentOpinions(IdMap movies, ContentMatrix matrix) {
        this.matrix = matrix;
        this.rows = matrix.isEmpty()
                ? new int[0]
                : IntStream.range(0, movies.size()).map(movie -> matrix.indexOf(movies.idOf(movie))).toArray();
    }

    boolean isEmpty() {
        return rows.length == 0;
    }

    /** A row of the matrix, -1 where there is none. */
    int row(int movie) {
        return movie < 0 || isEmpty() ? -1 : rows[movie];
    }

    /** The sum of the content of movies, by weights; movies of which nothing is known are left out. */
    ContentProfile sum(int[] movies, float[] weights) {
        return matrix.profile(Arrays.stream(movies).map(movie -> rows[movie]).toArray(), weights);
    }

    /** What a row has in common with itself. */
    float square(int row) {
        float squares = 0;
        for (int entry = matrix.start(row); entry < matrix.end(row); entry++) {
            squares += matrix.weight(entry) * matrix.weight(entry);
        }
        return squares;
    }
}
