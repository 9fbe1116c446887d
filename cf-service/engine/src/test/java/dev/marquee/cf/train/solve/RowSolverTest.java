package dev.marquee.cf.train.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A row of up to three batches of ratings, drawn to zero and to an expected vector, against the loss in double
 * precision.
 */
class RowSolverTest {
    private static final float LAMBDA = 1.5f;
    private static final float BIAS_LAMBDA = 0.5f;

    /** A row's ratings of others, and what its factors are drawn to. */
    private record Row(int factors, float[] others, float[] residuals, float[] expected) {
        static Row of(long seed) {
            Random random = new Random(seed);
            int factors = 1 + random.nextInt(40);
            int ratings = 1 + random.nextInt(180);
            return new Row(factors, gaussian(random, ratings * factors), gaussian(random, ratings),
                    seed % 2 == 0 ? null : gaussian(random, 2 * factors));
        }

        private static float[] gaussian(Random random, int size) {
            float[] numbers = new float[size];
            for (int i = 0; i < size; i++) {
                numbers[i] = (float) random.nextGaussian();
            }
            return numbers;
        }

        double left(int rating, float bias, float[] x) {
            double left = residuals[rating] - bias;
            for (int f = 0; f < factors; f++) {
                left -= (double) x[1 + f] * others[rating * factors + f];
            }
            return left;
        }

        /** What the factors are off from where they are drawn to. */
        double off(int factor, float[] x) {
            return x[1 + factor] - (expected == null ? 0 : expected[factors + factor]);
        }
    }

    /** The solver of the row before, which must leave nothing behind. */
    private static RowSolver used(int factors, Row row) {
        RowSolver solver = new RowSolver(factors);
        solver.begin(row.others);
        for (int rating = row.residuals.length - 1; rating >= 0; rating--) {
            solver.add(rating, 3);
        }
        solver.solve(1, 1, new float[factors], 0);
        return solver;
    }

    @Test
    void theSolutionMinimisesTheLossAndTellsTheErrorThatItLeaves() {
        for (long seed = 0; seed < 60; seed++) {
            Row row = Row.of(seed);
            RowSolver solver = used(row.factors, row);
            solver.begin(row.others);
            for (int rating = 0; rating < row.residuals.length; rating++) {
                solver.add(rating, row.residuals[rating]);
            }
            if (row.expected != null) {
                solver.expect(LAMBDA, row.expected, row.factors);
            }
            float[] x = new float[1 + row.factors];
            float bias = solver.solve(LAMBDA, BIAS_LAMBDA, x, 1);
            assertMinimum(row, bias, x, "seed " + seed);
            double squares = 0;
            for (int rating = 0; rating < row.residuals.length; rating++) {
                squares += row.left(rating, bias, x) * row.left(rating, bias, x);
            }
            assertEquals(squares, solver.squaredError(), 1e-3 * (1 + squares), "seed " + seed);
        }
    }

    /** There the gradient is zero. */
    private static void assertMinimum(Row row, float bias, float[] x, String where) {
        double ofBias = -BIAS_LAMBDA * bias;
        double[] gradient = new double[row.factors];
        for (int rating = 0; rating < row.residuals.length; rating++) {
            double left = row.left(rating, bias, x);
            ofBias += left;
            for (int f = 0; f < row.factors; f++) {
                gradient[f] += left * row.others[rating * row.factors + f];
            }
        }
        assertEquals(0, ofBias, 2e-3, where);
        for (int f = 0; f < row.factors; f++) {
            assertEquals(0, gradient[f] - LAMBDA * row.off(f, x), 2e-3, where + ", factor " + f);
        }
    }
}
