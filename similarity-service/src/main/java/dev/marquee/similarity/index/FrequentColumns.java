package dev.marquee.similarity.index;

import dev.marquee.similarity.features.FeatureMatrix;

/**
 * The columns that many movies have (genres, bins of years and runtimes), dense: for each block of rows the values of
 * each column side by side, and for each column the largest value in each block. Immutable, thread-safe.
 */
final class FrequentColumns {
    private final int blocks;
    private final int columnCount;
    private final float[] values;
    private final float[] maxima;

    private FrequentColumns(int blocks, int columnCount) {
        this.blocks = blocks;
        this.columnCount = columnCount;
        this.values = new float[Math.multiplyExact(Math.multiplyExact(blocks, columnCount), BlockKernel.ROWS)];
        this.maxima = new float[blocks * columnCount];
    }

    /**
     * @param numbers the row of the matrix at each place
     * @param frequent for each column its number among the frequent ones, or -1
     * @param count how many are frequent
     */
    static FrequentColumns of(FeatureMatrix matrix, int[] numbers, int[] frequent, int count) {
        FrequentColumns dense = new FrequentColumns((numbers.length + BlockKernel.ROWS - 1) / BlockKernel.ROWS, count);
        for (int place = 0; place < numbers.length; place++) {
            for (int i = matrix.start(numbers[place]); i < matrix.start(numbers[place] + 1); i++) {
                int column = frequent[matrix.column(i)];
                if (column >= 0) {
                    dense.set(place, column, matrix.value(i));
                }
            }
        }
        return dense;
    }

    private void set(int place, int column, float value) {
        int block = place / BlockKernel.ROWS;
        values[base(block) + column * BlockKernel.ROWS + place % BlockKernel.ROWS] = value;
        int bound = column * blocks + block;
        maxima[bound] = Math.max(maxima[bound], value);
    }

    private int base(int block) {
        return block * columnCount * BlockKernel.ROWS;
    }

    int blocks() {
        return blocks;
    }

    int columns() {
        return columnCount;
    }

    /** Adds to each block's bound what the columns can add at most; values are never negative. */
    void raiseBounds(BlockKernel kernel, int[] columns, float[] weights, int count, float[] bounds) {
        for (int i = 0; i < count; i++) {
            if (weights[i] > 0) {
                kernel.add(weights[i], maxima, columns[i] * blocks, bounds, blocks);
            }
        }
    }

    /** As {@link BlockKernel#scores}. */
    long scores(BlockKernel kernel, int block, int[] columns, float[] weights, int count, float[] start, float floor,
            float[] out) {
        return kernel.scores(values, base(block), columns, weights, count, start, block * BlockKernel.ROWS, floor,
                out);
    }
}
