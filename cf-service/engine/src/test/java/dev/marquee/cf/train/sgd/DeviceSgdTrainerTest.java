package dev.marquee.cf.train.sgd;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.train.DeviceTrainerContractTest;
import dev.marquee.cf.train.Trainer;
import java.util.Map;
import java.util.function.Supplier;

class DeviceSgdTrainerTest extends DeviceTrainerContractTest<SgdOptions> {

    @Override
    protected Trainer<SgdOptions> trainer(Supplier<Device> devices) {
        return new DeviceSgdTrainer(devices);
    }

    @Override
    protected Trainer<SgdOptions> reference() {
        return new SgdTrainer();
    }

    @Override
    protected SgdOptions options(int factors, int epochs, int patience, int threads, long seed) {
        return new SgdOptions(factors, epochs, 0.1, 0.1, 0.5, 0.5, 20, patience, seed, threads);
    }

    @Override
    protected SgdOptions defaults(int factors) {
        return new Sgd().estimator().with(Map.of("factors", factors)).options();
    }

    @Override
    protected double likeness() {
        return 0.02;
    }

    @Override
    protected long memoryForSlices() {
        return 800_000;
    }
}
