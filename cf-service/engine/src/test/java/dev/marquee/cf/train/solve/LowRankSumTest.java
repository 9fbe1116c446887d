package dev.marquee.cf.train.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.support.Workers;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LowRankSumTest {
    private static final int ROWS = 30;
    private static final int COLUMNS = 25;

    private static float[] gaussian(Random random, int size) {
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    private static float[] ones(int size) {
        float[] ones = new float[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static void addProduct(double[] sum, float[] a, float[] b, int k) {
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                for (int f = 0; f < k; f++) {
                    sum[i * COLUMNS + j] += (double) a[i * k + f] * b[j * k + f];
                }
            }
        }
    }

    private static double distance(double[] sum, LowRankSum of, int rank, float[] weights) {
        double[] product = new double[sum.length];
        addProduct(product, of.left(), of.right(), rank);
        double squares = 0;
        for (int i = 0; i < sum.length; i++) {
            squares += weights[i / COLUMNS] * (sum[i] - product[i]) * (sum[i] - product[i]);
        }
        return Math.sqrt(squares);
    }

    /** All products use the same five directions, so their sum has rank five. */
    @Test
    void aSumOfThatRankIsKeptAsItIs() {
        for (long seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            int products = 1 + (int) seed; // now the columns are full in the end, now some are left from before
            float[] basis = gaussian(random, ROWS * 5);
            LowRankSum sum = new LowRankSum(ones(ROWS), ones(COLUMNS), 6, 10);
            double[] whole = new double[ROWS * COLUMNS];
            try (Workers workers = new Workers(2, TrainListener.NONE)) {
                for (int i = 0; i < products; i++) {
                    float[] b = gaussian(random, COLUMNS * 5);
                    addProduct(whole, basis, b, 5);
                    sum.add(basis, b, 5, workers);
                }
                sum.compress(workers);
            }
            assertEquals(0, distance(whole, sum, 6, ones(ROWS)), 2e-3, "seed " + seed);
        }
    }

    /** No product of rank three is nearer, whichever way one goes from the one that is kept (Eckart and Young 1936). */
    @Test
    void whatIsKeptIsTheNearestOfItsRankUnderTheWeights() {
        Random random = new Random(1);
        float[] weights = ones(ROWS);
        for (int i = 0; i < ROWS; i += 2) {
            weights[i] = 9;
        }
        float[] a = gaussian(random, ROWS * 8);
        float[] b = gaussian(random, COLUMNS * 8);
        double[] whole = new double[ROWS * COLUMNS];
        addProduct(whole, a, b, 8);
        LowRankSum sum = new LowRankSum(weights, ones(COLUMNS), 3, 8);
        try (Workers workers = new Workers(1, TrainListener.NONE)) {
            sum.add(a, b, 8, workers);
            sum.compress(workers);
        }
        double kept = distance(whole, sum, 3, weights);
        assertTrue(kept > 1, "the test needs something to lose");
        float[] left = sum.left();
        float[] right = sum.right();
        for (int attempt = 0; attempt < 200; attempt++) {
            double[] other = new double[whole.length];
            float[] nearA = left.clone();
            float[] nearB = right.clone();
            nearA[random.nextInt(nearA.length)] += 0.02f * (float) random.nextGaussian();
            nearB[random.nextInt(nearB.length)] += 0.2f * (float) random.nextGaussian();
            addProduct(other, nearA, nearB, 3);
            double squares = 0;
            for (int i = 0; i < whole.length; i++) {
                squares += weights[i / COLUMNS] * (whole[i] - other[i]) * (whole[i] - other[i]);
            }
            assertTrue(Math.sqrt(squares) >= kept - 1e-4, "attempt " + attempt);
        }
    }
}
