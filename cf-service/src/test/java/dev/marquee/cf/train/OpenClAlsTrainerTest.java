package dev.marquee.cf.train;

class OpenClAlsTrainerTest extends OpenClTrainerContractTest<AlsOptions> {

    OpenClAlsTrainerTest() {
        super(new DeviceAlsTrainerTest());
    }
}
