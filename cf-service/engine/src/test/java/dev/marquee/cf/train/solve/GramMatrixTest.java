package dev.marquee.cf.train.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.support.Workers;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Against the sum in double precision, at numbers of rows that fill a batch, a part, and several of them. */
class GramMatrixTest {
    private static final int FACTORS = 5;
    private static final int[] ROWS = {1, 63, 64, 65, 511, 512, 700, 5000};

    private static float[] gaussian(long seed, int size) {
        Random random = new Random(seed);
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    /** From none to 3. */
    private static float[] weights(int size) {
        float[] weights = new float[size];
        for (int i = 0; i < size; i++) {
            weights[i] = i % 4;
        }
        return weights;
    }

    private static GramMatrix of(float[] rows, float[] weights, int threads) {
        try (Workers workers = new Workers(threads, TrainListener.NONE)) {
            return weights == null
                    ? GramMatrix.of(rows, FACTORS, workers)
                    : GramMatrix.of(rows, FACTORS, weights, workers);
        }
    }

    private static double[][] sum(float[] rows, float[] weights) {
        double[][] sum = new double[FACTORS][FACTORS];
        for (int row = 0; row < rows.length / FACTORS; row++) {
            double weight = weights == null ? 1 : weights[row];
            for (int i = 0; i < FACTORS; i++) {
                for (int j = 0; j < FACTORS; j++) {
                    sum[i][j] += weight * rows[row * FACTORS + i] * rows[row * FACTORS + j];
                }
            }
        }
        return sum;
    }

    @Test
    void everyRowCountsOnceWithItsWeight() {
        for (int count : ROWS) {
            float[] rows = gaussian(count, count * FACTORS);
            for (float[] weights : new float[][]{null, weights(count)}) {
                DMatrixRMaj gram = of(rows, weights, 2).toMatrix();
                double[][] sum = sum(rows, weights);
                for (int i = 0; i < FACTORS; i++) {
                    for (int j = 0; j < FACTORS; j++) {
                        assertEquals(sum[i][j], gram.get(i, j), 1e-5 * (10 + count), count + " rows");
                    }
                }
            }
        }
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        for (int count : ROWS) {
            float[] rows = gaussian(count, count * FACTORS);
            assertArrayEquals(of(rows, null, 1).toMatrix().data, of(rows, null, 3).toMatrix().data, count + " rows");
        }
    }

    @Test
    void theProductIsTheSumOfAllSquaredScores() {
        float[] left = gaussian(1, 30 * FACTORS);
        float[] right = gaussian(2, 20 * FACTORS);
        double squares = 0;
        for (int x = 0; x < 30; x++) {
            for (int y = 0; y < 20; y++) {
                double score = 0;
                for (int f = 0; f < FACTORS; f++) {
                    score += (double) left[x * FACTORS + f] * right[y * FACTORS + f];
                }
                squares += score * score;
            }
        }
        assertEquals(squares, of(left, null, 1).product(of(right, null, 1)), 1e-4 * squares);
    }

    @Test
    void scaledItReplacesWhatWasThere() {
        float[] rows = gaussian(3, 30 * FACTORS);
        int stride = Cholesky.stride(FACTORS);
        float[] target = gaussian(4, stride * stride);
        of(rows, null, 1).scaledTo(target, 2);
        double[][] sum = sum(rows, null);
        for (int i = 0; i < FACTORS; i++) {
            for (int j = i; j < FACTORS; j++) {
                assertEquals(2 * sum[i][j], target[i * stride + j], 1e-3);
            }
        }
    }
}
