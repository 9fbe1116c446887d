package dev.marquee.cf.train.lists;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.support.Workers;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InverseTest {

    @Test
    void aMatrixTimesItsInverseIsTheIdentityWhateverItsSizeAndTheThreads() {
        for (int size : new int[]{1, 2, 63, 64, 65, 128, 200}) {
            float[] matrix = positive(size);
            float[] inverse = inverted(matrix, size, 1);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    double sum = 0;
                    for (int f = 0; f < size; f++) {
                        sum += at(matrix, size, i, f) * (double) at(inverse, size, f, j);
                    }
                    assertEquals(i == j ? 1 : 0, sum, 1e-3, size + ": " + i + ", " + j);
                }
            }
            assertArrayEquals(inverse, inverted(matrix, size, 3), size + " by three threads");
        }
    }

    @Test
    void whatHasNoInverseIsFoundOut() {
        try (Workers workers = new Workers(1, TrainListener.NONE)) {
            assertFalse(Inverse.invert(new float[]{1, 0, 2, 1}, 2, workers));
        }
    }

    private static float[] inverted(float[] matrix, int size, int threads) {
        float[] inverse = matrix.clone();
        try (Workers workers = new Workers(threads, TrainListener.NONE)) {
            assertTrue(Inverse.invert(inverse, size, workers));
        }
        return inverse;
    }

    private static float at(float[] matrix, int size, int row, int column) {
        return row >= column ? matrix[row * size + column] : matrix[column * size + row];
    }

    private static float[] positive(int size) {
        Random random = new Random(size);
        float[] root = new float[size * size];
        for (int i = 0; i < root.length; i++) {
            root[i] = (float) random.nextGaussian();
        }
        float[] matrix = new float[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double sum = i == j ? 0.5 * size : 0;
                for (int f = 0; f < size; f++) {
                    sum += root[i * size + f] * (double) root[j * size + f];
                }
                matrix[i * size + j] = (float) sum;
            }
        }
        return matrix;
    }
}
