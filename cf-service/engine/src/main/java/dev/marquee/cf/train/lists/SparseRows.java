package dev.marquee.cf.train.lists;

import dev.marquee.cf.model.ItemWeights;
import dev.marquee.cf.train.support.Workers;
import dev.marquee.common.rank.Scored;
import dev.marquee.common.rank.TopK;
import java.util.Comparator;
import java.util.List;

/**
 * The weights B_ij = -P_ij / P_jj of an inverse P, the largest of each row.
 *
 * @param inverse its lower triangle
 * @param most how many of a row
 */
record SparseRows(float[] inverse, int size, int most) {

    ItemWeights of(int all, int[] head, Workers workers) {
        int[][] columns = new int[size][];
        float[][] values = new float[size][];
        workers.chunks(size, 16, (from, to) -> {
            for (int row = from; row < to; row++) {
                largest(row, columns, values);
            }
        });
        int[] starts = new int[size + 1];
        for (int row = 0; row < size; row++) {
            starts[row + 1] = starts[row] + columns[row].length;
        }
        int[] allColumns = new int[starts[size]];
        float[] allValues = new float[starts[size]];
        for (int row = 0; row < size; row++) {
            System.arraycopy(columns[row], 0, allColumns, starts[row], columns[row].length);
            System.arraycopy(values[row], 0, allValues, starts[row], columns[row].length);
        }
        return new ItemWeights(all, head, starts, allColumns, allValues);
    }

    private void largest(int row, int[][] columns, float[][] values) {
        TopK largest = new TopK(Math.min(most, size - 1));
        for (int column = 0; column < size; column++) {
            float weight = weight(row, column);
            if (column != row && weight != 0 && Float.isFinite(weight)) {
                largest.offer(column, Math.abs(weight));
            }
        }
        List<Scored> kept = largest.drain();
        kept.sort(Comparator.comparingInt(Scored::index));
        columns[row] = kept.stream().mapToInt(Scored::index).toArray();
        values[row] = new float[kept.size()];
        for (int i = 0; i < kept.size(); i++) {
            values[row][i] = weight(row, columns[row][i]);
        }
    }

    private float weight(int row, int column) {
        float between = row >= column ? inverse[row * size + column] : inverse[column * size + row];
        return -between / inverse[column * size + column];
    }
}
