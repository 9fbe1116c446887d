package dev.marquee.cf.train.als;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.train.DeviceTrainerContractTest;
import dev.marquee.cf.train.Trainer;
import java.util.Map;
import java.util.function.Supplier;

class DeviceAlsTrainerTest extends DeviceTrainerContractTest<AlsOptions> {

    @Override
    protected Trainer<AlsOptions> trainer(Supplier<Device> devices) {
        return new DeviceAlsTrainer(devices);
    }

    @Override
    protected Trainer<AlsOptions> reference() {
        return new AlsTrainer();
    }

    @Override
    protected AlsOptions options(int factors, int epochs, int patience, int threads, long seed) {
        return new AlsOptions(factors, epochs, 0.1, 0.5, 0.5, 20, patience, seed, threads);
    }

    @Override
    protected AlsOptions defaults(int factors) {
        return new Als().estimator().with(Map.of("factors", factors)).options();
    }

    @Override
    protected double likeness() {
        return 1e-3;
    }

    @Override
    protected long memoryForSlices() {
        return 700_000;
    }
}
