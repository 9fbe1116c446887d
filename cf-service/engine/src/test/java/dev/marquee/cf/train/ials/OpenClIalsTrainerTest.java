package dev.marquee.cf.train.ials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.testing.LentDevice;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.Trainer;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What trainers keep, on this machine's OpenCL device; skipped where there is none. */
class OpenClIalsTrainerTest extends IalsTrainerTest {
    /** Of MovieLens 100K's shape. */
    private static final Split RATINGS = Split.random(LowRankRatings.of(943, 1682, 0.063, 1), 0.1, 1);

    @BeforeAll
    static void needsADevice() {
        LentDevice.ofThisMachine();
    }

    @Override
    protected Trainer<IalsOptions> trainer() {
        return new DeviceIalsTrainer(LentDevice::ofThisMachine);
    }

    /** Few, as kernels are built for each size; they are tested themselves at all of them. */
    @Override
    protected int[] factors() {
        return new int[]{1, 16, 17};
    }

    @Override
    protected int[] threads() {
        return new int[]{1};
    }

    @Override
    protected int iterationsToTheMinimum() {
        return 10;
    }

    @Override
    protected int mostFactors() {
        return 256;
    }

    /** With the default options apart from the number of factors, for which fewer kernels are built. */
    @Test
    void aWholeTrainingComesToTheSameListsAsOnTheCpu() {
        IalsOptions options = new Ials().estimator().with(Map.of("factors", 24)).options();
        TrainResult expected = new IalsTrainer().train(RATINGS.train(), RATINGS.heldOut(), options,
                TrainListener.NONE);
        TrainResult result = trainer().train(RATINGS.train(), RATINGS.heldOut(), options, TrainListener.NONE);
        assertEquals(judged(expected.model(), RATINGS), judged(result.model(), RATINGS), 0.003);
        assertEquals(expected.history().getLast().train(), result.history().getLast().train(), 1e-3);
    }

    @Test
    void slicesDoNotChangeTheModel() {
        IalsOptions options = options(8, 3, 0, 2, 3);
        LentDevice roomy = LentDevice.ofThisMachine();
        TrainResult whole = new DeviceIalsTrainer(() -> roomy).train(RATINGS.train(), RATINGS.heldOut(), options,
                TrainListener.NONE);
        LentDevice narrow = LentDevice.withMemory(roomy.takenBytes() * 2 / 3);
        TrainResult sliced = new DeviceIalsTrainer(() -> narrow).train(RATINGS.train(), RATINGS.heldOut(), options,
                TrainListener.NONE);
        assertSame(whole.model(), sliced.model());
        assertTrue(narrow.takenBytes() < roomy.takenBytes(),
                narrow.takenBytes() + " bytes instead of " + roomy.takenBytes());
    }
}
