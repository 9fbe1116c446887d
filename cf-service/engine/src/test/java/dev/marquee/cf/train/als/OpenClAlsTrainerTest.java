package dev.marquee.cf.train.als;

import dev.marquee.cf.train.OpenClTrainerContractTest;

class OpenClAlsTrainerTest extends OpenClTrainerContractTest<AlsOptions> {

    OpenClAlsTrainerTest() {
        super(new DeviceAlsTrainerTest());
    }
}
