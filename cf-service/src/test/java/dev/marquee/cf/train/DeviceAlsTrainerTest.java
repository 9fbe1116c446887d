package dev.marquee.cf.train;

import dev.marquee.cf.train.gpu.Device;
import java.util.Map;
import java.util.function.Supplier;

class DeviceAlsTrainerTest extends DeviceTrainerContractTest<AlsOptions> {

    @Override
    Trainer<AlsOptions> trainer(Supplier<Device> devices) {
        return new DeviceAlsTrainer(devices);
    }

    @Override
    Trainer<AlsOptions> reference() {
        return new AlsTrainer();
    }

    @Override
    AlsOptions options(int factors, int epochs, int patience, int threads, long seed) {
        return new AlsOptions(factors, epochs, 0.1, 0.5, 0.5, 20, patience, seed, threads);
    }

    @Override
    AlsOptions defaults(int factors) {
        return (AlsOptions) Algorithm.ALS.options(AlsOptions.DEFAULTS, Map.of("factors", factors));
    }

    @Override
    double likeness() {
        return 1e-3;
    }

    @Override
    long memoryForSlices() {
        return 700_000;
    }
}
