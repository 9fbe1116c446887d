package dev.marquee.similarity.index;

import dev.marquee.similarity.features.SparseVector;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        Map<Long, Double> own = new HashMap<>();
        for (int m = 0; m < vectors.size(); m++) {
            WeightedMovie movie = movies.get(m);
            SparseVector vector = vectors.get(m);
            for (int i = 0; i < vector.size(); i++) {
                sum[vector.column(i)] += (double) movie.weight() * vector.value(i);
            }
            own.merge(movie.movieId(), (double) movie.weight() * vector.own(), Double::sum);
        }
        double ownSquared = own.values().stream().mapToDouble(part -> part * part).sum();
        int[] used = new int[columns];
        int count = 0;
        for (int c = 0; c < columns; c++) {
            if (sum[c] != 0) {
                sum[count] = sum[c];
                used[count++] = c;
            }
        }
        double[] values = Arrays.copyOf(sum, count);
        double squares = Arrays.stream(values).map(value -> value * value).sum();
        return new Profile(SparseVector.normalised(Arrays.copyOf(used, count), values, ownSquared),
                Math.sqrt(squares + ownSquared));
    }
}
