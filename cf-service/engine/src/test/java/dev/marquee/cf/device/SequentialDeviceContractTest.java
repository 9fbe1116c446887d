package dev.marquee.cf.device;

import dev.marquee.cf.testing.SequentialDevice;

/** The device of the trainers' tests behaves as real ones do. */
class SequentialDeviceContractTest extends DeviceContractTest {

    @Override
    protected Device open(long memory) {
        return new SequentialDevice(memory);
    }
}
