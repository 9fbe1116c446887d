package dev.marquee.similarity.index;

import dev.marquee.similarity.features.FeatureMatrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which columns are frequent, and the order in which the movies lie in memory: those that have the same frequent
 * columns are neighbours, so that a block of them has tight bounds.
 *
 * @param frequent for each column its number among the frequent ones, or -1
 * @param frequentCount how many are frequent
 * @param numbers the movie's number at each place
 */
record Arrangement(int[] frequent, int frequentCount, int[] numbers) {
    /** A column of more than one movie in so many is frequent: below, a list is shorter to walk than all blocks. */
    private static final int ONE_IN = 32;
    /** In a small catalogue nothing is worth a dense column. */
    private static final int LEAST = 32;

    static Arrangement of(FeatureMatrix matrix) {
        int[] counts = new int[matrix.columns()];
        for (int i = 0; i < matrix.entries(); i++) {
            counts[matrix.column(i)]++;
        }
        int[] frequent = new int[matrix.columns()];
        int count = 0;
        for (int c = 0; c < counts.length; c++) {
            frequent[c] = counts[c] >= Math.max(LEAST, matrix.rows() / ONE_IN) ? count++ : -1;
        }
        int[][] signatures = new int[matrix.rows()][];
        for (int row = 0; row < signatures.length; row++) {
            signatures[row] = IntStream.range(matrix.start(row), matrix.start(row + 1)).map(matrix::column)
                    .map(column -> frequent[column]).filter(column -> column >= 0).toArray();
        }
        int[] numbers = IntStream.range(0, signatures.length).boxed()
                .sorted(Comparator.comparing((Integer row) -> signatures[row], Arrays::compare))
                .mapToInt(Integer::intValue).toArray();
        return new Arrangement(frequent, count, numbers);
    }
}
