package dev.marquee.cf.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.eval.RatingErrors;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.common.error.TrainingFailed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Trainer} keeps; each trainer's test inherits it.
 *
 * @param <O> the trainer's options
 */
abstract class TrainerContractTest<O extends TrainOptions> {
    private static final int[] FACTORS = {1, 2, 3, 7, 8, 15, 16, 17, 33, 65, 100};

    abstract Trainer<O> trainer();

    /** Options that suit some hundred users, without early stopping where patience is 0. */
    abstract O options(int factors, int epochs, int patience, int threads, long seed);

    @Test
    void learnsMoreThanBiases() {
        Split split = Split.random(LowRankRatings.of(300, 200, 0.3, 1), 0.1, 1);
        FactorModel model = trainer().train(split.train(), split.heldOut(), options(8, 30, 3, 2, 1), TrainListener.NONE)
                .model();
        double rmse = RatingErrors.of(model, split.heldOut()).rmse();
        double biasesOnly = RatingErrors.of(withoutFactors(model), split.heldOut()).rmse();
        assertTrue(rmse < 0.6 * biasesOnly, "RMSE " + rmse + ", without factors " + biasesOnly);
        assertTrue(rmse < 0.5, "RMSE " + rmse);
    }

    private static FactorModel withoutFactors(FactorModel model) {
        return new FactorModel(model.users(), model.movies(), 1, model.mean(), model.minRating(), model.maxRating(),
                model.allUserBiases(), model.allMovieBiases(), new float[model.users().size()],
                new float[model.movies().size()]);
    }

    @Test
    void theSameSeedGivesTheSameModelToTheBit() {
        RatingMatrix ratings = LowRankRatings.of(80, 60, 0.3, 2);
        for (int threads : new int[]{1, 2, 3}) {
            O options = options(9, 4, 0, threads, 7);
            FactorModel first = trainer().train(ratings, null, options, TrainListener.NONE).model();
            FactorModel second = trainer().train(ratings, null, options, TrainListener.NONE).model();
            assertSame(first, second);
            FactorModel other = trainer().train(ratings, null, options(9, 4, 0, threads, 8), TrainListener.NONE)
                    .model();
            assertFalse(Arrays.equals(first.allUserFactors(), other.allUserFactors()), threads + " threads");
        }
    }

    static void assertSame(FactorModel first, FactorModel second) {
        assertArrayEquals(first.allUserFactors(), second.allUserFactors());
        assertArrayEquals(first.allMovieFactors(), second.allMovieFactors());
        assertArrayEquals(first.allUserBiases(), second.allUserBiases());
        assertArrayEquals(first.allMovieBiases(), second.allMovieBiases());
    }

    @Test
    void everyNumberOfFactorsWorksWithEveryNumberOfThreads() {
        Split split = Split.random(LowRankRatings.of(90, 70, 0.4, 3), 0.1, 1);
        double spread = RatingErrors.of(constant(split.train()), split.heldOut()).rmse();
        for (int factors : FACTORS) {
            for (int threads : new int[]{1, 2, 5}) {
                FactorModel model = trainer()
                        .train(split.train(), null, options(factors, 8, 0, threads, 1), TrainListener.NONE).model();
                String where = factors + " factors, " + threads + " threads";
                assertEquals(factors, model.factors(), where);
                assertFinite(model, where);
                double rmse = RatingErrors.of(model, split.heldOut()).rmse();
                assertTrue(rmse < 0.9 * spread, where + ": RMSE " + rmse + ", of the mean alone " + spread);
            }
        }
    }

    private static FactorModel constant(RatingMatrix ratings) {
        return new FactorModel(ratings.users(), ratings.movies(), 1, (float) ratings.mean(), 1, 5,
                new float[ratings.users().size()], new float[ratings.movies().size()],
                new float[ratings.users().size()], new float[ratings.movies().size()]);
    }

    static void assertFinite(FactorModel model, String where) {
        for (float[] numbers : List.of(model.allUserBiases(), model.allMovieBiases(), model.allUserFactors(),
                model.allMovieFactors())) {
            for (float number : numbers) {
                assertTrue(Float.isFinite(number), where);
            }
        }
    }

    @Test
    void tellsTheProgressAfterEachEpoch() {
        Split split = Split.random(LowRankRatings.of(60, 50, 0.3, 4), 0.2, 1);
        for (HeldOut validation : Arrays.asList(split.heldOut(), null)) {
            List<TrainProgress> told = new ArrayList<>();
            TrainResult result = trainer().train(split.train(), validation, options(4, 5, 0, 2, 1), told::add);
            assertEquals(told, result.history());
            assertEquals(5, told.size());
            for (int i = 0; i < 5; i++) {
                TrainProgress progress = told.get(i);
                assertEquals(i + 1, progress.epoch());
                assertEquals(5, progress.epochs());
                assertTrue(progress.train() > 0 && Double.isFinite(progress.train()));
                assertEquals(validation == null, Double.isNaN(progress.validation()));
                assertTrue(i == 0 || progress.elapsed().compareTo(told.get(i - 1).elapsed()) >= 0);
                assertEquals(i == 4, progress.remaining().isZero());
            }
        }
    }

    @Test
    void stopsWhenTheValidationGetsNoBetterAndKeepsTheBestModel() {
        Split split = Split.random(LowRankRatings.of(60, 50, 0.15, 5), 0.3, 1);
        TrainResult result = trainer().train(split.train(), split.heldOut(), options(30, 200, 2, 2, 1),
                TrainListener.NONE);
        int epochs = result.history().size();
        assertTrue(epochs < 200, "it went on for all epochs");
        assertEquals(epochs, result.bestEpoch() + 2);
        double best = result.history().get(result.bestEpoch() - 1).validation();
        assertTrue(result.history().stream().allMatch(progress -> progress.validation() >= best));
        assertEquals(best, RatingErrors.of(result.model(), split.heldOut()).rmse(), 1e-9);
    }

    @Test
    void aCancelledTrainingEndsBeforeItsEpochDoes() {
        RatingMatrix ratings = LowRankRatings.of(300, 200, 0.5, 6);
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger epochs = new AtomicInteger();
        TrainListener listener = new TrainListener() {
            @Override
            public void progress(TrainProgress progress) {
                epochs.incrementAndGet();
            }

            @Override
            public boolean cancelled() {
                return asked.incrementAndGet() >= 3;
            }
        };
        assertThrows(CancellationException.class,
                () -> trainer().train(ratings, null, options(8, 50, 0, 2, 1), listener));
        assertEquals(0, epochs.get());
    }

    @Test
    void aListenerThatStopsAfterAnEpochEndsTheTraining() {
        RatingMatrix ratings = LowRankRatings.of(40, 30, 0.5, 7);
        AtomicInteger epochs = new AtomicInteger();
        TrainListener listener = new TrainListener() {
            @Override
            public void progress(TrainProgress progress) {
                epochs.incrementAndGet();
            }

            @Override
            public boolean cancelled() {
                return epochs.get() == 2;
            }
        };
        assertThrows(CancellationException.class,
                () -> trainer().train(ratings, null, options(8, 50, 0, 1, 1), listener));
        assertEquals(2, epochs.get());
    }

    @Test
    void aConstantMatrixPredictsItsConstant() {
        RatingMatrixBuilder builder = RatingMatrix.builder();
        for (int cell = 0; cell < 200; cell++) {
            builder.add(cell / 10, cell % 10, 4, 0);
        }
        FactorModel model = trainer().train(builder.build(), null, options(5, 10, 0, 2, 1), TrainListener.NONE).model();
        assertFinite(model, "constant");
        assertEquals(4, model.predict(3L, 4L), 0.05);
    }

    @Test
    void moreFactorsThanDataAndUsersOfOneRatingDoNoHarm() {
        RatingMatrix ratings = RatingMatrix.builder().add(1, 1, 5, 0).add(1, 2, 1, 0).add(2, 2, 2, 0).add(3, 1, 4, 0)
                .build();
        FactorModel model = trainer().train(ratings, null, options(64, 20, 0, 4, 1), TrainListener.NONE).model();
        assertFinite(model, "four ratings");
        assertTrue(model.predict(1L, 1L) > model.predict(1L, 2L));
        for (long user = 1; user <= 3; user++) {
            for (long movie = 1; movie <= 2; movie++) {
                assertTrue(model.predict(user, movie) >= 1 && model.predict(user, movie) <= 5);
            }
        }
        RatingMatrix one = RatingMatrix.builder().add(1, 1, 3, 0).build();
        FactorModel single = trainer().train(one, null, options(8, 3, 0, 4, 1), TrainListener.NONE).model();
        assertEquals(3, single.predict(1L, 1L), 0.2);
    }

    @Test
    void whoHasNoRatingGetsZeros() {
        Split split = Split.random(LowRankRatings.of(30, 60, 0.1, 8), 0.6, 2);
        FactorModel model = trainer().train(split.train(), null, options(6, 5, 0, 2, 1), TrainListener.NONE).model();
        int empty = 0;
        for (int movie = 0; movie < model.movies().size(); movie++) {
            if (split.train().byMovie().length(movie) == 0) {
                assertArrayEquals(new float[6], model.movieFactors(movie));
                assertEquals(0, model.movieBias(movie));
                empty++;
            }
        }
        assertTrue(empty > 0, "the test needs a movie without a rating");
    }

    @Test
    void nothingToTrainOnIsAnError() {
        RatingMatrix nothing = RatingMatrix.builder().build();
        assertThrows(TrainingFailed.class,
                () -> trainer().train(nothing, null, options(6, 5, 0, 2, 1), TrainListener.NONE));
    }

    @Test
    void numbersThatOverflowEndTheTrainingWithEpochAndAdvice() {
        RatingMatrix huge = RatingMatrix.builder().add(1, 1, 3e37f, 0).add(1, 2, -3e37f, 0).add(2, 1, -3e37f, 0)
                .add(2, 2, 3e37f, 0).build();
        String message = assertThrows(TrainingFailed.class,
                () -> trainer().train(huge, null, options(6, 50, 0, 1, 1), TrainListener.NONE)).getMessage();
        assertTrue(message.contains("epoch 1") && message.contains("regularization"), message);
    }
}
