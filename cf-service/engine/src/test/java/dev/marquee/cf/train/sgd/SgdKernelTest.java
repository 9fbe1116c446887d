package dev.marquee.cf.train.sgd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.support.Workers;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The vectorised steps against the plain ones, and these against their definition. */
class SgdKernelTest {
    private static final Workers ONE = new Workers(1, TrainListener.NONE);

    /** At every width some rows are four vectors, which have a loop of their own. */
    @Test
    void theVectorisedKernelIsThePlainOne() {
        for (int factors : new int[]{1, 15, 16, 17, 32, 40, 64, 65, 100, 128}) {
            for (double implicit : new double[]{0, 20}) {
                Sides plain = sides(factors, implicit);
                Sides vectors = sides(factors, implicit);
                String where = factors + " factors, implicit " + implicit;
                double squares = plain.steps(new ScalarSgdKernel());
                assertEquals(squares, vectors.steps(new PanamaSgdKernel()), 1e-4 * squares, where);
                assertSame(doubles(plain.users), vectors.users, 2e-4, where + ", users");
                assertSame(doubles(plain.movies), vectors.movies, 2e-4, where + ", movies");
            }
        }
    }

    /** p ← p - η (λ (p - m) - e q) in double precision, with m for what p is drawn to. */
    @Test
    void aStepGoesDownTheGradientAndKeepsCountOfIt() {
        for (double implicit : new double[]{0, 20}) {
            Sides sides = sides(7, implicit);
            double[] users = doubles(sides.users);
            double[] movies = doubles(sides.movies);
            double squares = 0;
            for (int i = 0; i < sides.blocks.ratings.length; i++) {
                double[] p = row(users, sides.users, sides.blocks.users[i]);
                double[] q = row(movies, sides.movies, sides.blocks.movies[i]);
                double error = sides.blocks.ratings[i] - sides.mean - p[16 + SgdRows.BIAS] - q[16 + SgdRows.BIAS];
                for (int f = 0; f < 7; f++) {
                    error -= p[f] * q[f];
                }
                squares += error * error;
                put(moved(p, q, error, implicit > 0), users, sides.users, sides.blocks.users[i]);
                put(moved(q, p, error, implicit > 0), movies, sides.movies, sides.blocks.movies[i]);
            }
            assertEquals(squares, sides.steps(new ScalarSgdKernel()), 1e-4 * squares);
            assertSame(users, sides.users, 1e-4, "users, implicit " + implicit);
            assertSame(movies, sides.movies, 1e-4, "movies, implicit " + implicit);
        }
    }

    /** A row of 7 factors, padded to 16, then its state, then what it is drawn to. */
    private static double[] moved(double[] row, double[] other, double error, boolean drawn) {
        double[] moved = row.clone();
        double squares = 0;
        double norm = 0;
        for (int f = 0; f < 7; f++) {
            double off = row[f] - (drawn ? row[16 + SgdRows.PADDING + f] : 0);
            double gradient = row[16 + SgdRows.LAMBDA] * off - error * other[f];
            squares += gradient * gradient;
            moved[f] -= row[16 + SgdRows.RATE] * gradient;
            norm += moved[f] * moved[f];
        }
        moved[16 + SgdRows.SLOWNESS] += (drawn ? error * error * other[16 + SgdRows.NORM] : squares) / 7;
        moved[16 + SgdRows.NORM] = drawn ? row[16 + SgdRows.NORM] : norm;
        double ofBias = row[16 + SgdRows.BIAS_LAMBDA] * row[16 + SgdRows.BIAS] - error;
        moved[16 + SgdRows.BIAS] -= row[16 + SgdRows.BIAS_RATE] * ofBias;
        moved[16 + SgdRows.BIAS_SLOWNESS] += ofBias * ofBias;
        return moved;
    }

    private static double[] row(double[] values, SgdRows rows, int place) {
        return Arrays.copyOfRange(values, rows.from(place), rows.from(place) + rows.stride);
    }

    private static void put(double[] row, double[] values, SgdRows rows, int place) {
        System.arraycopy(row, 0, values, rows.from(place), row.length);
    }

    private static void assertSame(double[] expected, SgdRows rows, double tolerance, String where) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], rows.values[i], tolerance * (1 + Math.abs(expected[i])), where + ", place " + i);
        }
    }

    private static double[] doubles(SgdRows rows) {
        double[] doubles = new double[rows.values.length];
        Arrays.setAll(doubles, i -> rows.values[i]);
        return doubles;
    }

    /** Both sides of some ratings, before the first step. */
    private record Sides(SgdBlocks blocks, SgdRows users, SgdRows movies, float mean) {
        double steps(SgdKernel kernel) {
            return kernel.steps(blocks, 0, blocks.ratings.length, users, movies, mean, 1f / users.factors);
        }
    }

    private static Sides sides(int factors, double implicit) {
        RatingMatrix ratings = LowRankRatings.of(40, 30, 0.3, factors);
        SgdOptions options = new SgdOptions(factors, 1, 0.1, 0.1, 0.5, 0.5, implicit, 0, 1, 1);
        SplittableRandom random = new SplittableRandom(factors);
        SgdBlocks blocks = new SgdBlocks(ratings, ONE, 4 * SgdRows.stride(factors, implicit > 0),
                new SplittableRandom(factors));
        SgdRows users = SgdRows.random(ratings.byUser(), blocks.layout.userAt, options, random, ONE);
        SgdRows movies = SgdRows.random(ratings.byMovie(), blocks.layout.movieAt, options, random, ONE);
        if (implicit > 0) {
            // Any factors will do, as long as the rows are drawn to something.
            users.expect(doubled(users.factors()));
            movies.expect(doubled(movies.factors()));
        }
        users.refresh(0, ratings.users().size(), 0.1f, true);
        movies.refresh(0, ratings.movies().size(), 0.1f, true);
        return new Sides(blocks, users, movies, (float) ratings.mean());
    }

    private static float[] doubled(float[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] *= 2;
        }
        return numbers;
    }
}
