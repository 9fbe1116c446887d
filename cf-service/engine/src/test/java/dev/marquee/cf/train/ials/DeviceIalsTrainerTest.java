package dev.marquee.cf.train.ials;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.testing.SequentialDevice;
import dev.marquee.cf.train.DeviceContract;
import dev.marquee.cf.train.Trainer;
import java.util.function.Supplier;

class DeviceIalsTrainerTest extends IalsTrainerTest implements DeviceContract<IalsOptions> {

    @Override
    protected Trainer<IalsOptions> trainer() {
        return trainer(SequentialDevice::new);
    }

    protected Trainer<IalsOptions> trainer(Supplier<Device> devices) {
        return new DeviceIalsTrainer(devices);
    }

    /** On both sides of numbers that kernels are compiled for. */
    @Override
    protected int[] factors() {
        return new int[]{1, 16, 17, 33, 65, 129, 256};
    }

    @Override
    protected int[] threads() {
        return new int[]{1};
    }

    /** Each iteration takes a few steps towards it. */
    @Override
    protected int iterationsToTheMinimum() {
        return 10;
    }

    @Override
    protected int mostFactors() {
        return 256;
    }

    @Override
    public Subject<IalsOptions> subject() {
        return new Subject<>() {
            @Override
            public Trainer<IalsOptions> trainer(Supplier<Device> devices) {
                return DeviceIalsTrainerTest.this.trainer(devices);
            }

            @Override
            public Trainer<IalsOptions> reference() {
                return new IalsTrainer();
            }

            @Override
            public IalsOptions options(int factors, int epochs, int patience, long seed) {
                return DeviceIalsTrainerTest.this.options(factors, epochs, patience, 1, seed);
            }

            @Override
            public double judged(FactorModel model, Split split) {
                return DeviceIalsTrainerTest.this.judged(model, split);
            }

            @Override
            public double likeness() {
                return 0.01;
            }

            @Override
            public long memoryForSlices() {
                return 400_000;
            }

            @Override
            public int mostFactors() {
                return DeviceIalsTrainerTest.this.mostFactors();
            }
        };
    }
}
