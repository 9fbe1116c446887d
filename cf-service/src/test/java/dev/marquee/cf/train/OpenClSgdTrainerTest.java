package dev.marquee.cf.train;

import dev.marquee.cf.train.gpu.Device;
import java.util.function.Supplier;

class OpenClSgdTrainerTest extends OpenClTrainerContractTest<SgdOptions> {

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
        return DeviceSgdTrainerTest.contractOptions(factors, epochs, patience, threads, seed);
    }
}
