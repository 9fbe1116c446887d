package dev.marquee.similarity.index;

import dev.marquee.similarity.features.FeatureMatrix;

/**
 * The columns that few movies have, as lists of places with values. Immutable, thread-safe.
 */
final class Postings {
    private final int[] starts;
    private final int[] places;
    private final float[] values;

    private Postings(int[] starts, int[] places, float[] values) {
        this.starts = starts;
        this.places = places;
        this.values = values;
    }

    /**
     * @param numbers the row of the matrix at each place
     * @param frequent for each column its number among the frequent ones, which are left out, or -1
     */
    static Postings of(FeatureMatrix matrix, int[] numbers, int[] frequent) {
        int[] starts = new int[matrix.columns() + 1];
        for (int i = 0; i < matrix.entries(); i++) {
            if (frequent[matrix.column(i)] < 0) {
                starts[matrix.column(i) + 1]++;
            }
        }
        for (int c = 0; c < matrix.columns(); c++) {
            starts[c + 1] += starts[c];
        }
        int[] next = starts.clone();
        int[] places = new int[starts[matrix.columns()]];
        float[] values = new float[places.length];
        for (int place = 0; place < numbers.length; place++) {
            for (int i = matrix.start(numbers[place]); i < matrix.start(numbers[place] + 1); i++) {
                if (frequent[matrix.column(i)] < 0) {
                    int at = next[matrix.column(i)]++;
                    places[at] = place;
                    values[at] = matrix.value(i);
                }
            }
        }
        return new Postings(starts, places, values);
    }

    /**
     * Adds the column's part to the scores of the movies that have it, and raises the bounds of their blocks to the
     * scores.
     */
    void scatter(int column, float weight, float[] scores, float[] bounds) {
        for (int i = starts[column]; i < starts[column + 1]; i++) {
            int place = places[i];
            float score = scores[place] + weight * values[i];
            scores[place] = score;
            int block = place / BlockKernel.ROWS;
            if (score > bounds[block]) {
                bounds[block] = score;
            }
        }
    }

    /** Sets the scores back to 0. */
    void clear(int column, float[] scores) {
        for (int i = starts[column]; i < starts[column + 1]; i++) {
            scores[places[i]] = 0;
        }
    }
}
