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
     * @param vectors one for each movie of the profile
     * @param columns how many columns there are
     */
    static Profile of(List<WeightedMovie> movies, List<SparseVector> vectors, int columns) {
        double[] sum = new double[columns];
        for (int m = 0; m < vectors.size(); m++) {
            SparseVector vector = vectors.get(m);
            for (int i = 0; i < vector.size(); i++) {
                sum[vector.column(i)] += (double) movies.get(m).weight() * vector.value(i);
            }
        }
        int[] used = new int[columns];
        int count = 0;
        double squares = 0;
        for (int c = 0; c < columns; c++) {
            if (sum[c] != 0) {
                used[count++] = c;
                squares += sum[c] * sum[c];
            }
        }
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = sum[used[i]];
        }
        return new Profile(SparseVector.normalised(Arrays.copyOf(used, count), values), Math.sqrt(squares));
    }
}
