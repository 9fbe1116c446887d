package dev.marquee.cf.train.sgd;

import dev.marquee.cf.train.OpenClTrainerContractTest;

class OpenClSgdTrainerTest extends OpenClTrainerContractTest<SgdOptions> {

    OpenClSgdTrainerTest() {
        super(new DeviceSgdTrainerTest());
    }
}
