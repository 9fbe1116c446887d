package dev.marquee.cf.train;

import dev.marquee.cf.train.gpu.Device;
import java.util.function.Supplier;

class OpenClAlsTrainerTest extends OpenClTrainerContractTest<AlsOptions> {

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
        return DeviceAlsTrainerTest.contractOptions(factors, epochs, patience, threads, seed);
    }
}
