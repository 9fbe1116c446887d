package dev.marquee.cf.train;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.testing.SequentialDevice;
import java.util.function.Supplier;

/**
 * What trainers of stars on a device keep.
 *
 * @param <O> the trainer's options
 */
public abstract class DeviceTrainerContractTest<O extends TrainOptions> extends RatingTrainerContractTest<O>
        implements
            DeviceContract<O> {

    protected abstract Trainer<O> trainer(Supplier<Device> devices);

    /** The trainer of the CPU engine. */
    protected abstract Trainer<O> reference();

    /** The default options with so many factors. */
    protected abstract O defaults(int factors);

    /** How near the errors of its model are to those of the reference. */
    protected abstract double likeness();

    /** Bytes that a model of 300 users, 200 movies and 6 factors fits into, but not 19,200 ratings beside it. */
    protected abstract long memoryForSlices();

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

    @Override
    public Subject<O> subject() {
        DeviceTrainerContractTest<O> test = this;
        return new Subject<>() {
            @Override
            public Trainer<O> trainer(Supplier<Device> devices) {
                return test.trainer(devices);
            }

            @Override
            public Trainer<O> reference() {
                return test.reference();
            }

            @Override
            public O options(int factors, int epochs, int patience, long seed) {
                return test.options(factors, epochs, patience, 1, seed);
            }

            @Override
            public double judged(FactorModel model, Split split) {
                return test.judged(model, split);
            }

            @Override
            public double likeness() {
                return test.likeness();
            }

            @Override
            public long memoryForSlices() {
                return test.memoryForSlices();
            }

            @Override
            public int mostFactors() {
                return 128;
            }
        };
    }
}
