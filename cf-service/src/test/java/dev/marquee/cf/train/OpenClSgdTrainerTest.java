package dev.marquee.cf.train;

class OpenClSgdTrainerTest extends OpenClTrainerContractTest<SgdOptions> {

    OpenClSgdTrainerTest() {
        super(new DeviceSgdTrainerTest());
    }
}
