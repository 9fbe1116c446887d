package dev.marquee.cf.cold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.content.ContentMatrixBuilder;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.MovieVector;
import dev.marquee.common.id.IdMap;
import java.util.Random;
import java.util.stream.LongStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class ContentFactorsTest {
    private static final int FACTORS = 3;

    private static final class Data {
        private final Random random;
        private final int movies;
        private final int columns;
        private final int[] counts;
        /** With a last column of ones. */
        private final double[][] features;
        private final ContentMatrix content;
        private final FactorModel model;

        /** The model knows the even movies of twice as many. */
        Data(Random random, int movies, int columns) {
            this.random = random;
            this.movies = movies;
            this.columns = columns;
            this.counts = random.ints(movies, 0, 60).toArray();
            this.features = new double[2 * movies][columns + 1];
            ContentMatrixBuilder builder = ContentMatrix.builder();
            for (int row = 0; row < 2 * movies; row++) {
                int[] numbers = new int[columns];
                float[] weights = new float[columns];
                int size = 0;
                for (int column = 0; column < columns; column++) {
                    if (random.nextInt(3) == 0) {
                        numbers[size] = column;
                        weights[size] = random.nextFloat() / (float) Math.sqrt(columns);
                        features[row][column] = weights[size++];
                    }
                }
                features[row][columns] = 1;
                builder.add(100 + row, numbers, weights, 0, size);
            }
            this.content = builder.build();
            this.model = new FactorModel(IdMap.of(new long[]{1}),
                    IdMap.of(LongStream.range(0, movies).map(movie -> 100 + 2 * movie).toArray()), FACTORS, 3.5f, 0.5f,
                    5,
                    new float[1], gaussian(movies), new float[FACTORS], gaussian(movies * FACTORS));
        }

        private float[] gaussian(int size) {
            float[] numbers = new float[size];
            for (int i = 0; i < size; i++) {
                numbers[i] = (float) random.nextGaussian();
            }
            return numbers;
        }

        /** Of each movie that the model knows: its factors, and its bias. */
        private double[] values(int movie) {
            double[] values = new double[FACTORS + 1];
            for (int f = 0; f < FACTORS; f++) {
                values[f] = model.movieFactors(movie)[f];
            }
            values[FACTORS] = model.movieBias(movie);
            return values;
        }

        /** Weighted ridge regression by its normal equations, the last row is of the constant. */
        private DMatrixRMaj reference(ContentFitOptions options) {
            DMatrixRMaj left = new DMatrixRMaj(columns + 1, columns + 1);
            DMatrixRMaj right = new DMatrixRMaj(columns + 1, FACTORS + 1);
            for (int movie = 0; movie < movies; movie++) {
                if (counts[movie] >= options.minRatings()) {
                    DMatrixRMaj row = new DMatrixRMaj(1, columns + 1, true, features[2 * movie]);
                    DMatrixRMaj values = new DMatrixRMaj(1, FACTORS + 1, true, values(movie));
                    double weight = counts[movie] / (counts[movie] + options.trust());
                    CommonOps_DDRM.multAddTransA(weight, row, row, left);
                    CommonOps_DDRM.multAddTransA(weight, row, values, right);
                }
            }
            for (int column = 0; column < columns; column++) {
                left.add(column, column, options.regularization());
            }
            DMatrixRMaj solution = new DMatrixRMaj(columns + 1, FACTORS + 1);
            assertTrue(CommonOps_DDRM.solve(left, right, solution));
            return solution;
        }

        void assertPredicted(ContentFitOptions options, String what) {
            ContentFactors fit = ContentFactors.fit(content, model, movie -> counts[movie], options);
            DMatrixRMaj coefficients = reference(options);
            for (int row = 0; row < 2 * movies; row++) {
                MovieVector vector = fit.of(100 + row);
                if (content.start(row) == content.end(row)) {
                    assertNull(vector, what);
                    continue;
                }
                DMatrixRMaj expected = new DMatrixRMaj(1, FACTORS + 1);
                CommonOps_DDRM.mult(new DMatrixRMaj(1, columns + 1, true, features[row]), coefficients, expected);
                for (int f = 0; f < FACTORS; f++) {
                    assertEquals(expected.get(0, f), vector.factors()[f], 1e-3, what);
                }
                assertEquals(expected.get(0, FACTORS), vector.bias(), 1e-3, what);
            }
        }
    }

    @Test
    void predictionsAreThoseOfTheNormalEquations() {
        for (long seed = 1; seed <= 40; seed++) {
            Random drawn = new Random(seed);
            Data data = new Data(drawn, drawn.nextInt(8, 60), drawn.nextInt(1, 30));
            ContentFitOptions options = new ContentFitOptions(drawn.nextInt(1, 8), 1 + drawn.nextInt(50),
                    Math.pow(10, drawn.nextInt(-2, 2)), 300);
            data.assertPredicted(options, "seed " + seed + ", " + options);
        }
    }

    @Test
    void ofWhatNothingIsKnownNothingIsSaid() {
        Data data = new Data(new Random(1), 12, 5);
        ContentMatrix content = data.content;
        FactorModel model = data.model;
        assertNull(ContentFactors.fit(content, model, movie -> 40, ContentFitOptions.DEFAULTS).of(99));
        ContentFactors none = ContentFactors.fit(content, model, movie -> 0, ContentFitOptions.DEFAULTS);
        assertEquals(0, none.fitted());
        assertNull(none.of(100));
        assertNull(ContentFactors.fit(ContentMatrix.EMPTY, model, movie -> 40, ContentFitOptions.DEFAULTS).of(100));
        assertTrue(ContentFactors.fit(content, model, movie -> 40, ContentFitOptions.DEFAULTS).fitted() > 0);
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ContentFitOptions(0, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new ContentFitOptions(1, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new ContentFitOptions(1, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new ContentFitOptions(1, 1, Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new ContentFitOptions(1, 1, 1, 0));
    }
}
