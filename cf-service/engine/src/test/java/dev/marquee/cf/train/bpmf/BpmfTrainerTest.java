package dev.marquee.cf.train.bpmf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.measure.RatingErrors;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.Uncertainty;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.cf.train.RatingTrainerContractTest;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.als.Als;
import dev.marquee.common.error.InvalidRequest;
import org.junit.jupiter.api.Test;

class BpmfTrainerTest extends RatingTrainerContractTest<BpmfOptions> {

    @Override
    protected Trainer<BpmfOptions> trainer() {
        return new BpmfTrainer(new Als());
    }

    @Override
    protected BpmfOptions options(int factors, int epochs, int patience, int threads, long seed) {
        return new BpmfOptions(factors, epochs, epochs / 3, factors, true, true, seed, threads);
    }

    @Override
    protected boolean averages() {
        return true;
    }

    /** Samples must get away from the start, and be some. */
    @Override
    protected int epochsToLearn() {
        return 14;
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        assertThreadsDoNotMatter(LowRankRatings.of(80, 60, 0.3, 2));
    }

    /** The mean of many samples predicts better than one of them. */
    @Test
    void theMeanIsBetterThanASample() {
        Split split = Split.random(LowRankRatings.of(120, 90, 0.25, 3), 0.2, 1);
        TrainResult result = trainer().train(split.train(), split.heldOut(),
                new BpmfOptions(8, 60, 30, 16, true, true, 1, 2), TrainListener.NONE);
        double sample = result.history().get(29).validation();
        double mean = RatingErrors.of(result.model(), split.heldOut()).rmse();
        assertTrue(mean < 0.97 * sample, "mean " + mean + ", sample " + sample);
    }

    /** Were the errors normal, 68 % would lie within one deviation and 95 % within two. */
    @Test
    void errorsAreAsLargeAsTheModelExpects() {
        Split split = Split.random(LowRankRatings.of(200, 150, 0.25, 4), 0.2, 1);
        FactorModel model = trainer().train(split.train(), null, new BpmfOptions(8, 80, 30, 16, true, true, 1, 2),
                TrainListener.NONE).model();
        Uncertainty uncertainty = model.uncertainty().orElseThrow();
        HeldOut ratings = split.heldOut();
        int withinOne = 0;
        int withinTwo = 0;
        for (int i = 0; i < ratings.size(); i++) {
            double error = Math.abs(ratings.rating(i) - model.predict(ratings.user(i), ratings.movie(i)));
            double deviation = uncertainty.deviation(ratings.user(i), ratings.movie(i));
            withinOne += error <= deviation ? 1 : 0;
            withinTwo += error <= 2 * deviation ? 1 : 0;
        }
        double one = (double) withinOne / ratings.size();
        double two = (double) withinTwo / ratings.size();
        assertTrue(one > 0.58 && one < 0.85, "within one deviation: " + one);
        assertTrue(two > 0.9, "within two deviations: " + two);
    }

    @Test
    void aBurnInThatLeavesNoSampleIsRefused() {
        InvalidRequest refused = assertThrows(InvalidRequest.class,
                () -> new BpmfOptions(8, 20, 20, 16, true, true, 1, 2));
        assertEquals("burnIn", refused.field());
    }
}
