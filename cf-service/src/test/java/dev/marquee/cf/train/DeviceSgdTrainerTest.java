package dev.marquee.cf.train;

import dev.marquee.cf.train.gpu.Device;
import java.util.Map;
import java.util.function.Supplier;

class DeviceSgdTrainerTest extends DeviceTrainerContractTest<SgdOptions> {

    @Override
    Trainer<SgdOptions> trainer(Supplier<Device> devices) {
        return new DeviceSgdTrainer(devices);
    }

    @Override
    Trainer<SgdOptions> reference() {
        return new SgdTrainer();
    }

    @Override
    SgdOptions options(int factors, int epochs, int patience, int threads, long seed) {
        return new SgdOptions(factors, epochs, 0.1, 0.1, 0.5, 0.5, 20, patience, seed, threads);
    }

    @Override
    SgdOptions defaults(int factors) {
        return (SgdOptions) Algorithm.SGD.options(SgdOptions.DEFAULTS, Map.of("factors", factors));
    }

    @Override
    double likeness() {
        return 0.02;
    }

    @Override
    long memoryForSlices() {
        return 800_000;
    }
}
