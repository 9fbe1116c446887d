package dev.marquee.cf.train.prior;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.measure.RatingErrors;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.cf.testing.TellingRatings;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.als.Als;
import dev.marquee.cf.train.als.AlsOptions;
import dev.marquee.cf.train.support.Workers;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImplicitPriorTest {
    private static final float LAMBDA = 1.5f;

    private static float[] gaussian(Random random, int size) {
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    private static float[] weights(Random random, int size) {
        float[] weights = new float[size];
        for (int i = 0; i < size; i++) {
            weights[i] = random.nextInt(5) == 0 ? 0 : 3 * random.nextFloat();
        }
        return weights;
    }

    private static ImplicitPrior fitted(RatingMatrix ratings, float[] weights, float[] targets, int factors, int steps,
            int threads) {
        return fitted(ratings, weights, targets, null, factors, steps, threads);
    }

    private static ImplicitPrior fitted(RatingMatrix ratings, float[] weights, float[] targets, float[] noise,
            int factors, int steps, int threads) {
        ImplicitPrior prior = new ImplicitPrior(ratings.byUser(), ratings.byMovie(), weights, factors, true);
        try (Workers workers = new Workers(threads, TrainListener.NONE)) {
            float[] lambdas = new float[factors];
            Arrays.fill(lambdas, LAMBDA);
            prior.fit(targets, lambdas, noise, steps, workers);
        }
        return prior;
    }

    /** At the minimum of the ridge regression the gradient is zero; it is computed here the long way. */
    @Test
    void afterEnoughStepsTheGradientOfTheRegressionVanishes() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            int k = 1 + random.nextInt(20);
            RatingMatrix ratings = LowRankRatings.of(5 + random.nextInt(40), 5 + random.nextInt(30), 0.3, seed);
            Csr rows = ratings.byUser();
            float[] weights = weights(random, rows.rows());
            float[] targets = gaussian(random, rows.rows() * k);
            float[] noise = seed % 2 == 0 ? new float[rows.columns() * k] : gaussian(random, rows.columns() * k);
            ImplicitPrior prior = fitted(ratings, weights, targets, noise, k, 80, 2);
            double[] gradient = new double[rows.columns() * k];
            double[] constant = new double[k];
            for (int row = 0; row < rows.rows(); row++) {
                double scale = 1 / Math.sqrt(rows.length(row));
                for (int f = 0; f < k; f++) {
                    double mean = prior.features()[rows.columns() * k + f];
                    for (int p = rows.start(row); p < rows.end(row); p++) {
                        mean += scale * prior.features()[rows.index(p) * k + f];
                    }
                    assertEquals(mean, prior.means()[row * k + f], 1e-4, "seed " + seed);
                    constant[f] += weights[row] * (mean - targets[row * k + f]);
                    for (int p = rows.start(row); p < rows.end(row); p++) {
                        gradient[rows.index(p) * k + f] += weights[row] * scale * (mean - targets[row * k + f]);
                    }
                }
            }
            assertArrayEquals(new double[k], constant, 1e-3, "seed " + seed);
            for (int i = 0; i < gradient.length; i++) {
                assertEquals(noise[i], gradient[i] + LAMBDA * prior.features()[i], 1e-3,
                        "seed " + seed + ", number " + i);
            }
        }
    }

    @Test
    void aFitGoesOnFromTheFeaturesThatItStartsWith() {
        RatingMatrix ratings = LowRankRatings.of(40, 30, 0.3, 1);
        Random random = new Random(1);
        float[] weights = weights(random, 40);
        float[] targets = gaussian(random, 40 * 5);
        ImplicitPrior found = fitted(ratings, weights, targets, 5, 80, 1);
        ImplicitPrior started = new ImplicitPrior(ratings.byUser(), ratings.byMovie(), weights, 5, true);
        started.start(found.features());
        try (Workers workers = new Workers(1, TrainListener.NONE)) {
            started.fit(targets, new float[]{LAMBDA, LAMBDA, LAMBDA, LAMBDA, LAMBDA}, null, 1, workers);
        }
        assertArrayEquals(found.features(), started.features(), 1e-4f);
        assertArrayEquals(found.means(), started.means(), 1e-4f);
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        RatingMatrix ratings = LowRankRatings.of(300, 200, 0.2, 1);
        Random random = new Random(1);
        float[] weights = weights(random, 300);
        float[] targets = gaussian(random, 300 * 9);
        float[] one = fitted(ratings, weights, targets, 9, 3, 1).means();
        assertArrayEquals(one, fitted(ratings, weights, targets, 9, 3, 3).means());
    }

    @Test
    void withoutTargetsOrWeightsThereIsNothingToExpect() {
        RatingMatrix ratings = LowRankRatings.of(30, 20, 0.3, 1);
        assertArrayEquals(new float[30 * 4],
                fitted(ratings, weights(new Random(1), 30), new float[30 * 4], 4, 3, 1).means());
        assertArrayEquals(new float[30 * 4],
                fitted(ratings, new float[30], gaussian(new Random(1), 30 * 4), 4, 3, 1).means());
    }

    /** Rows that all lie at one place are explained by the constant, at no cost. */
    @Test
    void whatAllRowsHaveInCommonIsTheConstant() {
        RatingMatrix ratings = LowRankRatings.of(40, 30, 0.3, 1);
        float[] targets = new float[40 * 2];
        for (int row = 0; row < 40; row++) {
            targets[2 * row] = 3;
            targets[2 * row + 1] = -1;
        }
        float[] ones = new float[40];
        Arrays.fill(ones, 1);
        ImplicitPrior prior = fitted(ratings, ones, targets, 2, 40, 1);
        float[] expected = new float[30 * 2 + 2];
        expected[60] = 3;
        expected[61] = -1;
        assertArrayEquals(expected, prior.features(), 1e-3f);
    }

    @Test
    void withoutAConstantRowsAreGivenAwayFromTheirMean() {
        RatingMatrix ratings = LowRankRatings.of(40, 30, 0.3, 1);
        ImplicitPrior prior = new ImplicitPrior(ratings.byUser(), ratings.byMovie(), new float[40], 3, false);
        assertEquals(30 * 3, prior.features().length);
    }

    @Test
    void whoRatesWhatTellsOfRatingsToCome() {
        Split split = Split.random(TellingRatings.of(200, 100, 4), 0.2, 1);
        double[] rmse = new double[2];
        for (int i = 0; i < 2; i++) {
            AlsOptions options = new AlsOptions(4, 30, 1, 0.5, 1, i * 5, 0, 1, 2);
            rmse[i] = RatingErrors
                    .of(new Als().trainer().train(split.train(), null, options, TrainListener.NONE).model(),
                            split.heldOut())
                    .rmse();
        }
        assertTrue(rmse[1] < 0.98 * rmse[0], "with " + rmse[1] + ", without " + rmse[0]);
    }
}
