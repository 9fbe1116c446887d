package dev.marquee.cf.train.sgd;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.cf.train.DeviceTrainerContractTest;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.Trainer;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DeviceSgdTrainerTest extends DeviceTrainerContractTest<SgdOptions> {

    @Override
    protected Trainer<SgdOptions> trainer(Supplier<Device> devices) {
        return new DeviceSgdTrainer(devices);
    }

    @Override
    protected Trainer<SgdOptions> reference() {
        return new SgdTrainer();
    }

    @Override
    protected SgdOptions options(int factors, int epochs, int patience, int threads, long seed) {
        return new SgdOptions(factors, epochs, 0.1, 0.1, 0.5, 0.5, 20, patience, seed, threads);
    }

    @Override
    protected SgdOptions defaults(int factors) {
        return new Sgd().estimator().with(Map.of("factors", factors)).options();
    }

    @Override
    protected double likeness() {
        return 0.02;
    }

    @Override
    protected long memoryForSlices() {
        return 800_000;
    }

    /** Each movie has 50 ratings in each round, and each user 50 in the other case. */
    @Test
    void manyRatingsOfARowInEachRoundAreNoHarm() {
        for (RatingMatrix ratings : List.of(LowRankRatings.of(4000, 6, 0.8, 1), LowRankRatings.of(6, 4000, 0.8, 1))) {
            Split split = Split.random(ratings, 0.1, 1);
            SgdOptions options = new SgdOptions(8, 15, 0.1, 0.1, 0.5, 0.5, 20, 0, 5, 1);
            double expected = last(reference().train(split.train(), split.heldOut(), options, TrainListener.NONE));
            double rmse = last(trainer().train(split.train(), split.heldOut(), options, TrainListener.NONE));
            assertTrue(rmse < expected + 0.01, rmse + " where the CPU has " + expected);
        }
    }

    private static double last(TrainResult result) {
        return result.history().getLast().validation();
    }
}
