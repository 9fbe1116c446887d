package dev.marquee.cf.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.measure.RatingErrors;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.cf.testing.SequentialDevice;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.error.TrainingFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * What trainers on a device keep besides what every trainer does.
 *
 * @param <O> the trainer's options
 */
public abstract class DeviceTrainerContractTest<O extends TrainOptions> extends RatingTrainerContractTest<O> {
    private final List<SequentialDevice> opened = new ArrayList<>();

    protected abstract Trainer<O> trainer(Supplier<Device> devices);

    /** The trainer of the CPU engine. */
    protected abstract Trainer<O> reference();

    /** The default options with so many factors. */
    protected abstract O defaults(int factors);

    /** How near the errors of its model are to those of the reference. */
    protected abstract double likeness();

    @Override
    protected Trainer<O> trainer() {
        return trainer(SequentialDevice::new);
    }

    /** On both sides of each number that kernels are compiled for. */
    @Override
    protected int[] factors() {
        return new int[]{1, 16, 17, 33, 65};
    }

    @Override
    protected int[] threads() {
        return new int[]{1};
    }

    /** A device sums in single precision. */
    @Override
    protected double exactness() {
        return 1e-5;
    }

    private Trainer<O> with(SequentialDevice device) {
        opened.add(device);
        return trainer(() -> device);
    }

    @Test
    void theModelIsAsGoodAsTheReference() {
        Split split = Split.random(LowRankRatings.of(200, 150, 0.3, 1), 0.2, 1);
        for (int factors : new int[]{8, 20}) {
            O options = options(factors, 10, 0, 1, 5);
            FactorModel expected = reference().train(split.train(), split.heldOut(), options, TrainListener.NONE)
                    .model();
            FactorModel model = trainer().train(split.train(), split.heldOut(), options, TrainListener.NONE).model();
            assertEquals(RatingErrors.of(expected, split.heldOut()).rmse(),
                    RatingErrors.of(model, split.heldOut()).rmse(), likeness(), factors + " factors");
        }
    }

    @Test
    void slicesDoNotChangeTheModel() {
        Split split = Split.random(LowRankRatings.of(300, 200, 0.4, 1), 0.2, 1);
        O options = options(6, 4, 0, 1, 5);
        SequentialDevice roomy = new SequentialDevice();
        TrainResult whole = with(roomy).train(split.train(), split.heldOut(), options, TrainListener.NONE);
        SequentialDevice narrow = new SequentialDevice(memoryForSlices());
        TrainResult sliced = with(narrow).train(split.train(), split.heldOut(), options, TrainListener.NONE);
        assertSame(whole.model(), sliced.model());
        assertTrue(roomy.usedBytes() > memoryForSlices(), "the memory was not too small: " + roomy.usedBytes());
    }

    /** Bytes that a model of 300 users, 200 movies and 6 factors fits into, but not 19,200 ratings beside it. */
    protected abstract long memoryForSlices();

    /** A service that is started again may find another device, or none. */
    @Test
    void aTrainingThatBeganOnTheCpuGoesOnOnADeviceAndBack() {
        Split split = Split.random(LowRankRatings.of(200, 150, 0.3, 1), 0.2, 1);
        O options = options(8, 10, 0, 1, 5);
        double expected = reference().train(split.train(), split.heldOut(), options, TrainListener.NONE).history()
                .getLast().validation();
        for (boolean deviceFirst : new boolean[]{true, false}) {
            KeptCheckpoints first = new KeptCheckpoints(4);
            assertThrows(CancellationException.class, () -> (deviceFirst ? trainer() : reference())
                    .train(split.train(), split.heldOut(), options, first.listener()));
            KeptCheckpoints second = new KeptCheckpoints(0);
            second.keep(first.kept());
            TrainResult result = (deviceFirst ? reference() : trainer()).train(split.train(), split.heldOut(),
                    options, second.listener());
            assertEquals(10, result.history().size());
            assertEquals(expected, result.history().getLast().validation(), likeness());
        }
    }

    @Test
    void aDeviceThatIsLostFailsTheTrainingAndIsClosed() {
        Split split = Split.random(LowRankRatings.of(60, 50, 0.3, 4), 0.2, 1);
        for (int launches : new int[]{0, 1, 5, 20}) {
            SequentialDevice device = new SequentialDevice().failAfter(launches);
            String message = assertThrows(TrainingFailed.class, () -> with(device).train(split.train(),
                    split.heldOut(), options(6, 5, 0, 1, 5), TrainListener.NONE)).getMessage();
            assertTrue(message.contains("sequential") && message.contains("does not answer"), message);
            assertThrows(IllegalStateException.class, device::finish);
        }
    }

    @Test
    void aModelThatDoesNotFitFailsTheTraining() {
        Split split = Split.random(LowRankRatings.of(60, 50, 0.3, 4), 0.2, 1);
        String message = assertThrows(TrainingFailed.class, () -> with(new SequentialDevice(5_000))
                .train(split.train(), null, options(6, 5, 0, 1, 5), TrainListener.NONE)).getMessage();
        assertTrue(message.contains("has no room"), message);
    }

    @Test
    void moreFactorsThanTheKernelsHaveAreRefused() {
        Split split = Split.random(LowRankRatings.of(60, 50, 0.3, 4), 0.2, 1);
        String message = assertThrows(InvalidRequest.class, () -> trainer().train(split.train(), null,
                options(129, 5, 0, 1, 5), TrainListener.NONE)).getMessage();
        assertTrue(message.contains("factors") && message.contains("128"), message);
    }
}
