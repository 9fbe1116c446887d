package dev.marquee.similarity.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.similarity.features.FeatureMatrix;
import dev.marquee.similarity.features.SparseVector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrangementTest {

    /** Column 0 is in the first {@code zeros} rows, column 1 in the first {@code ones}; all rows have column 2. */
    private static Arrangement of(int rows, int zeros, int ones) {
        List<SparseVector> vectors = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int[] columns = {0, 1, 2};
            vectors.add(VectorMovies.vector(row < zeros ? columns : row < ones ? new int[]{1, 2} : new int[]{2}));
        }
        return Arrangement.of(FeatureMatrix.of(vectors, 4));
    }

    @Test
    void aColumnOfOneMovieInThirtyTwoIsFrequent() {
        assertArrayEquals(new int[]{-1, 0, 1, -1}, of(2048, 63, 64).frequent());
        assertEquals(2, of(2048, 63, 64).frequentCount());
    }

    @Test
    void inASmallCatalogueItTakesThirtyTwoMovies() {
        assertArrayEquals(new int[]{-1, 0, 1, -1}, of(100, 31, 32).frequent());
        assertArrayEquals(new int[]{-1, -1, -1, -1}, of(31, 31, 31).frequent());
    }

    @Test
    void moviesWithTheSameFrequentColumnsLieBesideEachOtherByNumber() {
        List<SparseVector> vectors = new ArrayList<>();
        for (int row = 0; row < 200; row++) {
            // Column 3 is rare and has no say.
            vectors.add(row == 7
                    ? VectorMovies.vector(1, 3)
                    : VectorMovies.vector(row % 3 == 0 ? new int[]{0, 1} : row % 3 == 1 ? new int[]{1} : new int[]{0}));
        }
        List<Integer> expected = new ArrayList<>();
        for (int rest : new int[]{2, 0, 1}) {
            for (int row = rest; row < 200; row += 3) {
                expected.add(row);
            }
        }
        assertArrayEquals(expected.stream().mapToInt(Integer::intValue).toArray(),
                Arrangement.of(FeatureMatrix.of(vectors, 4)).numbers());
    }
}
