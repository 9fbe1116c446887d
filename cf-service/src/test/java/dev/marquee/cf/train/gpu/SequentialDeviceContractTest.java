package dev.marquee.cf.train.gpu;

/** The device of the trainers' tests behaves as real ones do. */
class SequentialDeviceContractTest extends DeviceContractTest {

    @Override
    Device open(long memory) {
        return new SequentialDevice(memory);
    }
}
