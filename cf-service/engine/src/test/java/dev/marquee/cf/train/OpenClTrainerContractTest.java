package dev.marquee.cf.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.measure.RatingErrors;
import dev.marquee.cf.testing.LentDevice;
import dev.marquee.cf.testing.LowRankRatings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What trainers keep on this machine's OpenCL device; skipped where there is none.
 *
 * @param <O> the trainer's options
 */
public abstract class OpenClTrainerContractTest<O extends TrainOptions> extends RatingTrainerContractTest<O> {
    /** Of MovieLens 100K's shape. */
    private static final Split RATINGS = Split.random(LowRankRatings.of(943, 1682, 0.063, 1), 0.1, 1);

    private final DeviceTrainerContractTest<O> same;

    /** @param same the trainers and options to take */
    public OpenClTrainerContractTest(DeviceTrainerContractTest<O> same) {
        this.same = same;
    }

    @BeforeAll
    protected static void needsADevice() {
        LentDevice.ofThisMachine();
    }

    @Override
    protected Trainer<O> trainer() {
        return same.trainer(LentDevice::ofThisMachine);
    }

    @Override
    protected O options(int factors, int epochs, int patience, int threads, long seed) {
        return same.options(factors, epochs, patience, threads, seed);
    }

    /** Few, as kernels are built for each size; they are tested themselves at all of them. */
    @Override
    protected int[] factors() {
        return new int[]{1, 16, 17};
    }

    @Override
    protected int[] threads() {
        return same.threads();
    }

    @Override
    protected double exactness() {
        return same.exactness();
    }

    /** With the default options apart from the number of factors, for which fewer kernels are built. */
    @Test
    void aWholeTrainingComesToTheSameErrorAsOnTheCpu() {
        O options = same.defaults(24);
        TrainResult expected = same.reference().train(RATINGS.train(), RATINGS.heldOut(), options, TrainListener.NONE);
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
        TrainResult whole = same.trainer(() -> roomy).train(RATINGS.train(), RATINGS.heldOut(), options,
                TrainListener.NONE);
        LentDevice narrow = LentDevice.withMemory(roomy.takenBytes() * 2 / 3);
        TrainResult sliced = same.trainer(() -> narrow).train(RATINGS.train(), RATINGS.heldOut(), options,
                TrainListener.NONE);
        assertSame(whole.model(), sliced.model());
        assertTrue(narrow.takenBytes() < roomy.takenBytes(),
                narrow.takenBytes() + " bytes instead of " + roomy.takenBytes());
    }
}
