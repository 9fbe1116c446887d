package dev.marquee.cf.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.testing.LowRankRatings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Trainer} that learns factors in many epochs keeps, whatever its models are for.
 *
 * @param <O> the trainer's options
 */
public abstract class TrainerContractTest<O extends TrainOptions> extends AnyTrainerContractTest<O> {
    /** That a model of {@link LowRankRatings} has learnt something from the split's training part. */
    protected abstract void assertLearnt(FactorModel model, Split split, String where);

    /** The validation figure of a model, computed the plain way. */
    protected abstract double judged(FactorModel model, Split split);

    /**
     * Of a model of user 1, who rated movie 1 with 5 stars and movie 2 with 1, user 2, movie 2 with 2, user 3, movie 1
     * with 4.
     */
    protected abstract void assertMakesSense(FactorModel model);

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

    @Test
    void everyNumberOfFactorsWorksWithEveryNumberOfThreads() {
        Split split = Split.random(LowRankRatings.of(90, 70, 0.4, 3), 0.1, 1);
        for (int factors : factors()) {
            for (int threads : threads()) {
                FactorModel model = trainer()
                        .train(split.train(), null, options(factors, epochsToLearn(), 0, threads, 1),
                                TrainListener.NONE)
                        .model();
                String where = factors + " factors, " + threads + " threads";
                assertEquals(factors, model.factors(), where);
                assertFinite(model, where);
                assertLearnt(model, split, where);
            }
        }
    }

    /** Numbers of factors to try. */
    protected int[] factors() {
        return new int[]{1, 2, 3, 7, 8, 15, 16, 17, 33, 65, 100};
    }

    /** Numbers of threads to try; one is enough where the trainer does not look at it. */
    protected int[] threads() {
        return new int[]{1, 2, 5};
    }

    /** How near the figure that was told is to the one that is computed the plain way. */
    protected double exactness() {
        return 1e-9;
    }

    /** After how many epochs a model has learnt something. */
    protected int epochsToLearn() {
        return 8;
    }

    /** For trainers that say so. */
    protected void assertThreadsDoNotMatter(RatingMatrix ratings) {
        FactorModel one = trainer().train(ratings, null, options(9, 3, 0, 1, 7), TrainListener.NONE).model();
        for (int threads : new int[]{2, 3, 7}) {
            assertSame(one, trainer().train(ratings, null, options(9, 3, 0, threads, 7), TrainListener.NONE).model());
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
        if (averages()) {
            assertEquals(List.of(200, 200), List.of(epochs, result.bestEpoch()));
            assertEquals(result.history().getLast().validation(), judged(result.model(), split), 0.01);
            return;
        }
        assertTrue(epochs < 200, "it went on for all epochs");
        assertEquals(epochs, result.bestEpoch() + 2);
        double best = result.history().get(result.bestEpoch() - 1).validation();
        assertTrue(result.history().stream()
                .noneMatch(progress -> progress.validationMetric().better(progress.validation(), best)));
        assertEquals(best, judged(result.model(), split), exactness());
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
    void moreFactorsThanDataAndUsersOfOneRatingDoNoHarm() {
        RatingMatrix ratings = RatingMatrix.builder().add(1, 1, 5, 0).add(1, 2, 1, 0).add(2, 2, 2, 0).add(3, 1, 4, 0)
                .build();
        FactorModel model = trainer().train(ratings, null, options(64, 20, 0, 4, 1), TrainListener.NONE).model();
        assertFinite(model, "four ratings");
        assertMakesSense(model);
        RatingMatrix one = RatingMatrix.builder().add(1, 1, 3, 0).build();
        FactorModel single = trainer().train(one, null, options(8, 3, 0, 4, 1), TrainListener.NONE).model();
        assertFinite(single, "one rating");
    }

}