package dev.marquee.cf.train.bpmf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final int DRAWS = 40_000;

    @Test
    void gammaHasItsMeanAndVariance() {
        RandomGenerator random = new Random(1);
        for (double shape : new double[]{0.3, 1, 2.5, 40, 5000}) {
            double rate = 2;
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < DRAWS; i++) {
                double drawn = Draws.gamma(random, shape, rate);
                sum += drawn;
                squares += drawn * drawn;
            }
            double mean = sum / DRAWS;
            double variance = squares / DRAWS - mean * mean;
            assertEquals(1, mean / (shape / rate), 0.04, "mean of shape " + shape);
            assertEquals(1, variance / (shape / rate / rate), 0.08, "variance of shape " + shape);
        }
    }

    @Test
    void everyRowOfEverySweepHasItsOwnGenerator() {
        long first = Draws.of(42, 3, Draws.USERS, 7).nextLong();
        assertEquals(first, Draws.of(42, 3, Draws.USERS, 7).nextLong());
        assertNotEquals(first, Draws.of(43, 3, Draws.USERS, 7).nextLong());
        assertNotEquals(first, Draws.of(42, 4, Draws.USERS, 7).nextLong());
        assertNotEquals(first, Draws.of(42, 3, Draws.MOVIES, 7).nextLong());
        assertNotEquals(first, Draws.of(42, 3, Draws.USERS, 8).nextLong());
    }

    @Test
    void aBeliefCentresOnTheRowsItIsDrawnFrom() {
        int rows = 5000;
        double[] sums = {rows * 2.0, 0};
        double[] squares = {rows * (4 + 0.25), rows * 0.01};
        Belief belief = Belief.draw(rows, sums, squares, new Random(2));
        assertEquals(2, belief.means()[0], 0.03);
        assertEquals(0, belief.means()[1], 0.01);
        assertEquals(1 / 0.25, belief.precisions()[0], 0.3);
        assertEquals(1 / 0.01, belief.precisions()[1], 8);
    }

    /**
     * One factor and known neighbours: the posterior is normal with precision Λ + Σ α y² around a mean in closed form.
     */
    @Test
    void aRowScattersAsItsPosteriorSays() {
        Belief belief = new Belief(new float[]{0.5f}, new float[]{4});
        float[] others = {1, -2, 0.5f};
        float[] ratings = {1.5f, -1, 0.2f};
        float[] precisions = {2, 1, 3};
        double precision = 4;
        double right = 4 * (0.5 + 0.25);
        for (int i = 0; i < 3; i++) {
            precision += precisions[i] * others[i] * others[i];
            right += precisions[i] * others[i] * ratings[i];
        }
        double sum = 0;
        double squares = 0;
        GibbsRow row = new GibbsRow(1, belief);
        RandomGenerator random = new Random(3);
        float[] drawn = new float[1];
        for (int draw = 0; draw < DRAWS; draw++) {
            row.begin();
            for (int i = 0; i < 3; i++) {
                row.add(others, i, ratings[i], precisions[i]);
            }
            row.expect(new float[]{0.25f}, 0);
            row.draw(drawn, 0, random);
            sum += drawn[0];
            squares += drawn[0] * drawn[0];
        }
        double mean = sum / DRAWS;
        assertEquals(right / precision, mean, 0.01);
        assertEquals(1 / precision, squares / DRAWS - mean * mean, 0.003);
    }
}
