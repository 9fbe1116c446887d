package dev.marquee.cf.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.FactorModelFormat;
import dev.marquee.cf.testing.HarshRatings;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.common.error.CorruptData;
import dev.marquee.common.error.TrainingFailed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Trainer} keeps, baselines too; each trainer's test inherits it.
 *
 * @param <O> the trainer's options
 */
public abstract class AnyTrainerContractTest<O extends TrainOptions> {

    protected abstract Trainer<O> trainer();

    /**
     * Options that suit some hundred users, without early stopping where patience is 0. A trainer that lacks one of
     * these settings goes without.
     */
    protected abstract O options(int factors, int epochs, int patience, int threads, long seed);

    /** Whether the model is made of all epochs, so that none is the best but the last, and none ends the training. */
    protected boolean averages() {
        return false;
    }

    @Test
    void trainingTwiceGivesTheSameModelToTheBit() {
        RatingMatrix ratings = LowRankRatings.of(50, 40, 0.3, 2);
        O options = options(5, 3, 0, 2, 7);
        assertSame(trainer().train(ratings, null, options, TrainListener.NONE).model(),
                trainer().train(ratings, null, options, TrainListener.NONE).model());
    }

    protected static void assertSame(FactorModel first, FactorModel second) {
        assertArrayEquals(first.allUserFactors(), second.allUserFactors());
        assertArrayEquals(first.allMovieFactors(), second.allMovieFactors());
        assertArrayEquals(first.allUserBiases(), second.allUserBiases());
        assertArrayEquals(first.allMovieBiases(), second.allMovieBiases());
        assertArrayEquals(bytes(first), bytes(second), "what else there is in the model");
    }

    private static byte[] bytes(FactorModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            FactorModelFormat.write(model, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    protected static void assertFinite(FactorModel model, String where) {
        for (float[] numbers : List.of(model.allUserBiases(), model.allMovieBiases(), model.allUserFactors(),
                model.allMovieFactors())) {
            for (float number : numbers) {
                assertTrue(Float.isFinite(number), where);
            }
        }
    }

    @Test
    void theResultHoldsWhatWasTold() {
        Split split = Split.random(LowRankRatings.of(60, 50, 0.3, 4), 0.2, 1);
        List<TrainProgress> told = new ArrayList<>();
        TrainResult result = trainer().train(split.train(), split.heldOut(), options(4, 5, 0, 2, 1), told::add);
        assertEquals(told, result.history());
        assertEquals(told.getLast().epochs(), told.size());
        TrainProgress best = told.get(result.bestEpoch() - 1);
        assertTrue(averages()
                ? result.bestEpoch() == told.size()
                : told.stream()
                        .noneMatch(each -> each.validationMetric().better(each.validation(), best.validation())));
        assertTrue(Double.isFinite(best.validation()) && Double.isFinite(best.train()));
        assertTrue(told.getLast().remaining().isZero());
    }

    @Test
    void aTrainingThatIsCancelledAtOnceTellsNothing() {
        List<TrainProgress> told = new ArrayList<>();
        TrainListener listener = new TrainListener() {
            @Override
            public void progress(TrainProgress progress) {
                told.add(progress);
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        RatingMatrix ratings = LowRankRatings.of(30, 20, 0.5, 6);
        assertThrows(CancellationException.class,
                () -> trainer().train(ratings, null, options(8, 50, 0, 2, 1), listener));
        assertEquals(List.of(), told);
    }

    @Test
    void whoHasNoRatingGetsZeros() {
        Split split = Split.random(LowRankRatings.of(30, 60, 0.1, 8), 0.6, 2);
        FactorModel model = trainer().train(split.train(), null, options(6, 5, 0, 2, 1), TrainListener.NONE).model();
        int empty = 0;
        for (int movie = 0; movie < model.movies().size(); movie++) {
            if (split.train().byMovie().length(movie) == 0) {
                assertArrayEquals(new float[model.factors()], model.movieFactors(movie));
                assertEquals(0, model.movieBias(movie));
                empty++;
            }
        }
        assertTrue(empty > 0, "the test needs a movie without a rating");
    }

    @Test
    void patienceWithoutValidationRunsAllEpochs() {
        RatingMatrix ratings = LowRankRatings.of(30, 20, 0.5, 6);
        O options = options(4, 9, 1, 2, 1);
        TrainResult result = trainer().train(ratings, null, options, TrainListener.NONE);
        assertEquals(result.history().getFirst().epochs(), result.history().size());
        assertEquals(result.history().size(), result.bestEpoch());
        assertSame(trainer().train(ratings, null, options(4, 9, 0, 2, 1), TrainListener.NONE).model(), result.model());
    }

    /** Nothing held out, nothing of it known, and nothing of it liked: no figure is no reason to end. */
    @Test
    void aValidationThatTellsNothingIsAsGoodAsNone() {
        RatingMatrix harsh = HarshRatings.of(30, 20);
        O options = options(4, 5, 1, 2, 1);
        HeldOut unknown = HeldOut.of(harsh, new long[]{901, 902}, new long[]{1, 903}, new float[]{1, 2});
        HeldOut disliked = HeldOut.of(harsh, new long[]{1, 2}, new long[]{1, 3}, new float[]{1, 1.5f});
        HeldOut none = HeldOut.of(harsh, new long[0], new long[0], new float[0]);
        for (HeldOut validation : List.of(unknown, disliked, none)) {
            List<TrainProgress> told = new ArrayList<>();
            TrainResult result = trainer().train(harsh, validation, options, told::add);
            assertFinite(result.model(), "held out: " + validation.size());
            assertTrue(told.stream().noneMatch(each -> Double.isInfinite(each.validation())));
            if (told.stream().allMatch(each -> Double.isNaN(each.validation()))) {
                assertEquals(told.getLast().epochs(), told.size());
                assertEquals(told.size(), result.bestEpoch());
            }
        }
    }

    @Test
    void oneUserOneMovieAndRatingsThatAreAllTheSameAreEnough() {
        for (RatingMatrix ratings : List.of(HarshRatings.of(1, 20), HarshRatings.of(20, 1), HarshRatings.of(1, 1),
                HarshRatings.same(30, 20, 5), HarshRatings.same(30, 20, 0.5f))) {
            TrainResult result = trainer().train(ratings, null, options(4, 5, 1, 2, 1), TrainListener.NONE);
            String where = ratings.users().size() + " users, " + ratings.movies().size() + " movies";
            assertFinite(result.model(), where);
            assertTrue(Double.isFinite(result.history().getLast().train()), where);
        }
    }

    @Test
    void nothingToTrainOnIsAnError() {
        RatingMatrix nothing = RatingMatrix.builder().build();
        assertThrows(TrainingFailed.class,
                () -> trainer().train(nothing, null, options(6, 5, 0, 2, 1), TrainListener.NONE));
    }

    /** A trainer that is done after one epoch has nothing to interrupt. */
    @Test
    void anInterruptedTrainingGoesOnToTheSameModelToTheBit() {
        Split split = Split.random(LowRankRatings.of(60, 50, 0.15, 5), 0.3, 1);
        for (HeldOut validation : Arrays.asList(split.heldOut(), null)) {
            O options = options(5, 12, 3, 2, 3);
            TrainResult whole = trainer().train(split.train(), validation, options, TrainListener.NONE);
            int epochs = whole.history().size();
            for (int killedAfter = 1; killedAfter < epochs; killedAfter += 2) {
                KeptCheckpoints first = new KeptCheckpoints(killedAfter);
                assertThrows(CancellationException.class,
                        () -> trainer().train(split.train(), validation, options, first.listener()));
                KeptCheckpoints second = new KeptCheckpoints(0);
                second.keep(first.kept());
                TrainResult resumed = trainer().train(split.train(), validation, options, second.listener());
                assertSame(whole.model(), resumed.model());
                assertEquals(whole.bestEpoch(), resumed.bestEpoch());
                assertEquals(figures(whole), figures(resumed));
                assertEquals(epochs - 1, Math.max(killedAfter, second.epoch()));
            }
        }
    }

    private static List<List<Double>> figures(TrainResult result) {
        return result.history().stream().map(each -> List.of(each.train(), each.validation())).toList();
    }

    @Test
    void aCheckpointThatIsDamagedOrOfAnotherTrainingIsRefused() {
        RatingMatrix ratings = LowRankRatings.of(30, 20, 0.5, 6);
        O options = options(4, 5, 0, 2, 1);
        KeptCheckpoints kept = new KeptCheckpoints(0);
        trainer().train(ratings, null, options, kept.listener());
        if (kept.epoch() == 0) {
            assertEquals(1, trainer().train(ratings, null, options, TrainListener.NONE).history().size());
            return;
        }
        byte[] whole = kept.kept();
        byte[] damaged = whole.clone();
        damaged[damaged.length - 9] ^= 4;
        RatingMatrix others = LowRankRatings.of(30, 21, 0.5, 6);
        refused(ratings, options, damaged);
        refused(ratings, options, Arrays.copyOf(whole, whole.length / 2));
        refused(others, options, whole);
        refused(ratings, options(4, 4, 0, 2, 1), whole);
    }

    private void refused(RatingMatrix ratings, O options, byte[] checkpoint) {
        KeptCheckpoints given = new KeptCheckpoints(0);
        given.keep(checkpoint);
        assertThrows(CorruptData.class, () -> trainer().train(ratings, null, options, given.listener()));
        assertEquals(0, given.epoch());
    }
}
