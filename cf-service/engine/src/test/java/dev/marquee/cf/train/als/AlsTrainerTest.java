package dev.marquee.cf.train.als;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.cf.train.RatingTrainerContractTest;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.solve.RowSolver;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlsTrainerTest extends RatingTrainerContractTest<AlsOptions> {

    @Override
    protected Trainer<AlsOptions> trainer() {
        return new AlsTrainer();
    }

    @Override
    protected AlsOptions options(int factors, int epochs, int patience, int threads, long seed) {
        return new AlsOptions(factors, epochs, 0.1, 0.5, 0.5, 20, patience, seed, threads);
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        assertThreadsDoNotMatter(LowRankRatings.of(80, 60, 0.3, 2));
    }

    /** At the minimum the gradient is zero; it is computed here the long way, in double precision. */
    @Test
    void aRowIsWhereTheGradientOfItsLossVanishes() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int k = 1 + random.nextInt(70);
            int count = 1 + random.nextInt(200);
            float[] others = new float[count * k];
            float[] residuals = new float[count];
            RowSolver solver = new RowSolver(k);
            solver.begin(others);
            solver.add(0, 5); // forgotten by begin
            solver.begin(others);
            for (int j = 0; j < count; j++) {
                for (int f = 0; f < k; f++) {
                    others[j * k + f] = 0.4f * (float) random.nextGaussian();
                }
                residuals[j] = (float) random.nextGaussian();
                solver.add(j, residuals[j]);
            }
            float[] prior = new float[k + 1];
            if (seed % 2 == 0) {
                for (int f = 0; f < k; f++) {
                    prior[1 + f] = 0.4f * (float) random.nextGaussian();
                }
                solver.expect(0.7f, prior, 1);
            }
            float[] x = new float[k + 2];
            float bias = solver.solve(0.7f, 0.3f, x, 2);
            assertNoGradient(others, residuals, prior, x, bias, "seed " + seed);
            assertEquals(squaredError(others, residuals, x, bias), solver.squaredError(), 1e-4 * count, "seed " + seed);
        }
    }

    private static double squaredError(float[] others, float[] residuals, float[] x, float bias) {
        double sum = 0;
        for (int j = 0; j < residuals.length; j++) {
            double error = residuals[j] - bias;
            for (int f = 0; f < x.length - 2; f++) {
                error -= (double) x[2 + f] * others[j * (x.length - 2) + f];
            }
            sum += error * error;
        }
        return sum;
    }

    private static void assertNoGradient(float[] others, float[] residuals, float[] prior, float[] x, float bias,
            String where) {
        int k = x.length - 2;
        double[] gradient = new double[k];
        double biasGradient = 0.3 * bias;
        for (int f = 0; f < k; f++) {
            gradient[f] = 0.7 * (x[2 + f] - prior[1 + f]);
        }
        for (int j = 0; j < residuals.length; j++) {
            double error = bias - residuals[j];
            for (int f = 0; f < k; f++) {
                error += (double) x[2 + f] * others[j * k + f];
            }
            biasGradient += error;
            for (int f = 0; f < k; f++) {
                gradient[f] += error * others[j * k + f];
            }
        }
        assertEquals(0, biasGradient, 1e-4 * (1 + residuals.length), where);
        for (int f = 0; f < k; f++) {
            assertEquals(0, gradient[f], 1e-4 * (1 + residuals.length), where + ", factor " + f);
        }
    }
}
