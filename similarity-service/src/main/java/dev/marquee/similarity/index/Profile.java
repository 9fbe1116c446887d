package dev.marquee.similarity.index;

import dev.marquee.similarity.features.SparseVector;
import java.util.Arrays;
import java.util.List;

/**
 * The weighted sum of a profile's vectors.
 *
 * @param direction the sum, brought to length 1; without entries where everything cancels
 * @param length of the sum
 */
record Profile(SparseVector direction, double length) {

    /**
     * @param movies a movie that is named twice counts with the sum of its weights
     * @param vectors one for each movie of the profile
     * @param columns how many columns there are
     */
    static Profile of(List<WeightedMovie> movies, List<SparseVector> vectors, int columns) {
        return ColumnMemory.pool().use(memory -> of(movies, vectors, columns, memory.sums(columns)));
    }

    private static Profile of(List<WeightedMovie> movies, List<SparseVector> vectors, int columns, double[] sums) {
        int most = addUp(movies, vectors, sums);
        int[] used = new int[most];
        double[] values = new double[most];
        int count = 0;
        double squares = 0;
        for (int c = 0; c < columns; c++) {
            double sum = sums[c];
            if (sum != 0) {
                used[count] = c;
                values[count++] = sum;
                squares += sum * sum;
                sums[c] = 0;
            }
        }
        double own = ownSquared(movies, vectors);
        return new Profile(SparseVector.normalised(used, values, count, own), Math.sqrt(squares + own));
    }

    /** @return how many sums there are at most */
    private static int addUp(List<WeightedMovie> movies, List<SparseVector> vectors, double[] sums) {
        int most = 0;
        for (int m = 0; m < vectors.size(); m++) {
            SparseVector vector = vectors.get(m);
            double weight = movies.get(m).weight();
            for (int i = 0; i < vector.size(); i++) {
                int column = vector.column(i);
                most += sums[column] == 0 ? 1 : 0;
                sums[column] += weight * vector.value(i);
            }
        }
        return most;
    }

    /** The own parts stand at right angles to one another, but for those of one movie. */
    private static double ownSquared(List<WeightedMovie> movies, List<SparseVector> vectors) {
        long[] ids = ids(movies);
        double[] own = new double[ids.length];
        for (int m = 0; m < vectors.size(); m++) {
            own[Arrays.binarySearch(ids, movies.get(m).movieId())] += (double) movies.get(m).weight()
                    * vectors.get(m).own();
        }
        double squares = 0;
        for (double part : own) {
            squares += part * part;
        }
        return squares;
    }

    /** The ids of a profile's movies, ascending, each once. */
    static long[] ids(List<WeightedMovie> movies) {
        long[] ids = new long[movies.size()];
        for (int m = 0; m < ids.length; m++) {
            ids[m] = movies.get(m).movieId();
        }
        Arrays.sort(ids);
        int count = 0;
        for (int m = 0; m < ids.length; m++) {
            if (m == 0 || ids[m] != ids[m - 1]) {
                ids[count++] = ids[m];
            }
        }
        return count == ids.length ? ids : Arrays.copyOf(ids, count);
    }
}
