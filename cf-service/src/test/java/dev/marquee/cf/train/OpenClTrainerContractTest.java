package dev.marquee.cf.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.eval.RatingErrors;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.cf.train.gpu.Device;
import dev.marquee.cf.train.gpu.LentDevice;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What trainers keep on this machine's OpenCL device; skipped where there is none.
 *
 * @param <O> the trainer's options
 */
abstract class OpenClTrainerContractTest<O extends TrainOptions> extends RatingTrainerContractTest<O> {
    /** Of MovieLens 100K's shape. */
    private static final Split RATINGS = Split.random(LowRankRatings.of(943, 1682, 0.063, 1), 0.1, 1);

    abstract Trainer<O> trainer(Supplier<Device> devices);

    /** The trainer of the CPU engine. */
    abstract Trainer<O> reference();

    @BeforeAll
    static void needsADevice() {
        LentDevice.ofThisMachine();
    }

    @Override
    Trainer<O> trainer() {
        return trainer(LentDevice::ofThisMachine);
    }

    /** Few, as kernels are built for each size; they are tested themselves at all of them. */
    @Override
    int[] factors() {
        return new int[]{1, 16, 17};
    }

    @Override
    int[] threads() {
        return new int[]{1};
    }

    /** A device sums in single precision. */
    @Override
    double exactness() {
        return 1e-5;
    }

    @Test
    void aWholeTrainingComesToTheSameErrorAsOnTheCpu() {
        O options = options(24, 12, 0, 2, 3);
        TrainResult expected = reference().train(RATINGS.train(), RATINGS.heldOut(), options, TrainListener.NONE);
        TrainResult result = trainer().train(RATINGS.train(), RATINGS.heldOut(), options, TrainListener.NONE);
        assertEquals(rmse(expected), rmse(result), 0.003);
    }

    private static double rmse(TrainResult result) {
        return RatingErrors.of(result.model(), RATINGS.heldOut()).rmse();
    }

    @Test
    void slicesDoNotChangeTheModel() {
        O options = options(8, 3, 0, 2, 3);
        LentDevice roomy = LentDevice.ofThisMachine();
        TrainResult whole = trainer(() -> roomy).train(RATINGS.train(), RATINGS.heldOut(), options,
                TrainListener.NONE);
        LentDevice narrow = LentDevice.withMemory(roomy.takenBytes() * 2 / 3);
        TrainResult sliced = trainer(() -> narrow).train(RATINGS.train(), RATINGS.heldOut(), options,
                TrainListener.NONE);
        assertSame(whole.model(), sliced.model());
        assertTrue(narrow.takenBytes() < roomy.takenBytes(),
                narrow.takenBytes() + " bytes instead of " + roomy.takenBytes());
    }
}
