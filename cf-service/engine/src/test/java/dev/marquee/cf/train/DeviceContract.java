package dev.marquee.cf.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.cf.testing.SequentialDevice;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.error.TrainingFailed;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * What trainers on a device keep besides what every trainer does. An interface, as tests of trainers of stars and of
 * lists have classes of their own to inherit from.
 *
 * @param <O> the trainer's options
 */
public interface DeviceContract<O extends TrainOptions> {

    Subject<O> subject();

    /** What is tested. */
    interface Subject<O extends TrainOptions> {
        Trainer<O> trainer(Supplier<Device> devices);

        /** The trainer of the CPU engine. */
        Trainer<O> reference();

        /** As {@link AnyTrainerContractTest#options}, of one thread. */
        O options(int factors, int epochs, int patience, long seed);

        /** The figure of what is held out that the trainer chooses its best model by. */
        double judged(FactorModel model, Split split);

        /** How near that figure is to the reference's. */
        double likeness();

        /** Bytes that a model of 300 users, 200 movies and 6 factors fits into, but not 19,200 ratings beside it. */
        long memoryForSlices();

        /** The largest number of factors that there are kernels for. */
        int mostFactors();
    }

    private Trainer<O> with(SequentialDevice device) {
        return subject().trainer(() -> device);
    }

    private Trainer<O> trainer() {
        return subject().trainer(SequentialDevice::new);
    }

    private O options(int factors, int epochs) {
        return subject().options(factors, epochs, 0, 5);
    }

    @Test
    default void theModelIsAsGoodAsTheReference() {
        Split split = Split.random(LowRankRatings.of(200, 150, 0.3, 1), 0.2, 1);
        for (int factors : new int[]{8, 20}) {
            O options = options(factors, 10);
            FactorModel expected = subject().reference()
                    .train(split.train(), split.heldOut(), options, TrainListener.NONE).model();
            FactorModel model = trainer().train(split.train(), split.heldOut(), options, TrainListener.NONE).model();
            assertEquals(subject().judged(expected, split), subject().judged(model, split), subject().likeness(),
                    factors + " factors");
        }
    }

    @Test
    default void slicesDoNotChangeTheModel() {
        Split split = Split.random(LowRankRatings.of(300, 200, 0.4, 1), 0.2, 1);
        O options = options(6, 4);
        SequentialDevice roomy = new SequentialDevice();
        TrainResult whole = with(roomy).train(split.train(), split.heldOut(), options, TrainListener.NONE);
        SequentialDevice narrow = new SequentialDevice(subject().memoryForSlices());
        TrainResult sliced = with(narrow).train(split.train(), split.heldOut(), options, TrainListener.NONE);
        AnyTrainerContractTest.assertSame(whole.model(), sliced.model());
        assertTrue(roomy.usedBytes() > subject().memoryForSlices(),
                "the memory was not too small: " + roomy.usedBytes());
    }

    /** A service that is started again may find another device, or none. */
    @Test
    default void aTrainingThatBeganOnTheCpuGoesOnOnADeviceAndBack() {
        Split split = Split.random(LowRankRatings.of(200, 150, 0.3, 1), 0.2, 1);
        O options = options(8, 10);
        double expected = subject().reference().train(split.train(), split.heldOut(), options, TrainListener.NONE)
                .history().getLast().validation();
        for (boolean deviceFirst : new boolean[]{true, false}) {
            KeptCheckpoints first = new KeptCheckpoints(4);
            assertThrows(CancellationException.class, () -> (deviceFirst ? trainer() : subject().reference())
                    .train(split.train(), split.heldOut(), options, first.listener()));
            KeptCheckpoints second = new KeptCheckpoints(0);
            second.keep(first.kept());
            TrainResult result = (deviceFirst ? subject().reference() : trainer()).train(split.train(),
                    split.heldOut(), options, second.listener());
            assertEquals(10, result.history().size());
            assertEquals(expected, result.history().getLast().validation(), subject().likeness());
        }
    }

    @Test
    default void aDeviceThatIsLostFailsTheTrainingAndIsClosed() {
        Split split = Split.random(LowRankRatings.of(60, 50, 0.3, 4), 0.2, 1);
        for (int launches : new int[]{0, 1, 5, 20}) {
            SequentialDevice device = new SequentialDevice().failAfter(launches);
            String message = assertThrows(TrainingFailed.class, () -> with(device).train(split.train(),
                    split.heldOut(), options(6, 5), TrainListener.NONE)).getMessage();
            assertTrue(message.contains("sequential") && message.contains("does not answer"), message);
            assertThrows(IllegalStateException.class, device::finish);
        }
    }

    @Test
    default void aModelThatDoesNotFitFailsTheTraining() {
        Split split = Split.random(LowRankRatings.of(60, 50, 0.3, 4), 0.2, 1);
        String message = assertThrows(TrainingFailed.class, () -> with(new SequentialDevice(5_000))
                .train(split.train(), null, options(6, 5), TrainListener.NONE)).getMessage();
        assertTrue(message.contains("has no room"), message);
    }

    @Test
    default void moreFactorsThanTheKernelsHaveAreRefused() {
        Split split = Split.random(LowRankRatings.of(60, 50, 0.3, 4), 0.2, 1);
        int most = subject().mostFactors();
        String message = assertThrows(InvalidRequest.class, () -> trainer().train(split.train(), null,
                options(most + 1, 5), TrainListener.NONE)).getMessage();
        assertTrue(message.contains("factors") && message.contains(" " + most + " "), message);
    }
}
