package dev.marquee.cf.train.ials;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.cf.train.Metric;
import dev.marquee.cf.train.RankingTrainerContractTest;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainOptions;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.Trainer;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IalsTrainerTest extends RankingTrainerContractTest<IalsOptions> {

    @Override
    protected Trainer<IalsOptions> trainer() {
        return new IalsTrainer();
    }

    @Override
    protected IalsOptions options(int factors, int epochs, int patience, int threads, long seed) {
        return new IalsOptions(factors, epochs, 0.1, 0.05, 0.5, 1, patience, seed, threads);
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        assertThreadsDoNotMatter(LowRankRatings.of(900, 60, 0.1, 2));
    }

    /** Each of two circles of users likes the movies of its own half: the lists must tell them apart. */
    @Test
    void listsHoldWhatThoseOfTheSameTasteLike() {
        RatingMatrixBuilder builder = RatingMatrix.builder();
        Random random = new Random(5);
        for (int user = 0; user < 60; user++) {
            for (int movie = 0; movie < 40; movie++) {
                if (random.nextDouble() < (user % 2 == movie % 2 ? 0.5 : 0.03)) {
                    builder.add(user, movie, 4, 0);
                }
            }
        }
        RatingMatrix ratings = builder.build();
        FactorModel model = trainer().train(ratings, null, options(2, 10, 0, 2, 1), TrainListener.NONE).model();
        long own = 0;
        for (int user = 0; user < 60; user++) {
            int who = user;
            own += IntStream.range(0, 40).filter(movie -> ratings.byUser().find(who, movie) < 0).boxed()
                    .sorted((a, b) -> Float.compare(score(model, who, b), score(model, who, a))).limit(5)
                    .filter(movie -> movie % 2 == who % 2).count();
        }
        assertTrue(own > 0.95 * 60 * 5, own + " of " + 60 * 5);
    }

    /** After how many iterations a movie is at the minimum. */
    protected int iterationsToTheMinimum() {
        return 2;
    }

    /** At the minimum the gradient is zero; it is computed here from all pairs, in double precision. */
    @Test
    void aMovieIsWhereTheGradientOfTheWholeLossVanishes() {
        for (int k : new int[]{1, 5, 16, 23, 64}) {
            RatingMatrix ratings = LowRankRatings.of(300, 40, 0.2, k);
            IalsOptions options = new IalsOptions(k, iterationsToTheMinimum(), 0.3, 0.02, 0.7, 1.5, 0, 1, 2);
            FactorModel model = trainer().train(ratings, null, options, TrainListener.NONE).model();
            Csr byMovie = ratings.byMovie();
            for (int movie = 0; movie < byMovie.rows(); movie++) {
                double[] gradient = gradient(ratings, model, movie);
                assertArrayEquals(new double[k], gradient, 2e-3, k + " factors, movie " + movie);
            }
        }
    }

    private static double[] gradient(RatingMatrix ratings, FactorModel model, int movie) {
        float[] q = model.movieFactors(movie);
        double[] gradient = new double[q.length];
        int count = ratings.byMovie().length(movie);
        double lambda = 0.02 * Math.pow(count + 0.3 * ratings.users().size(), 0.7);
        for (int f = 0; f < q.length; f++) {
            gradient[f] = lambda * q[f];
        }
        for (int user = 0; user < ratings.users().size(); user++) {
            double score = score(model, user, movie);
            float rating = ratings.rating(user, movie);
            double share = (rating - ratings.minRating()) / (ratings.maxRating() - ratings.minRating());
            double slope = 0.3 * score - (Float.isNaN(rating) ? 0 : Math.pow(share, 1.5) * (1 - score));
            for (int f = 0; f < q.length; f++) {
                gradient[f] += slope * model.userFactors(user)[f];
            }
        }
        return gradient;
    }

    protected int mostFactors() {
        return TrainOptions.MAX_FACTORS;
    }

    @Test
    void theLargestNumberOfFactorsWorks() {
        RatingMatrix ratings = LowRankRatings.of(12, 10, 0.6, 1);
        FactorModel model = trainer().train(ratings, null, options(mostFactors(), 2, 0, 2, 1),
                TrainListener.NONE).model();
        assertEquals(mostFactors(), model.factors());
        assertFinite(model, "most factors");
    }

    @Test
    void theErrorFallsFromIterationToIteration() {
        RatingMatrix ratings = LowRankRatings.of(120, 80, 0.2, 3);
        TrainResult result = trainer().train(ratings, null, options(12, 8, 0, 2, 1), TrainListener.NONE);
        assertEquals(Metric.WEIGHTED_ERROR, result.history().getFirst().trainMetric());
        for (int i = 1; i < 8; i++) {
            double before = result.history().get(i - 1).train();
            double now = result.history().get(i).train();
            // The penalty is part of what falls for certain, so the error alone may rise by a trifle.
            assertTrue(now < before + 1e-3 && now > 0 && now < 1, before + " then " + now);
        }
    }
}
