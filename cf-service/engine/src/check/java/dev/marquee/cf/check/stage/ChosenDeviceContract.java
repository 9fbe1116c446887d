package dev.marquee.cf.check.stage;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceContractTest;
import dev.marquee.cf.testing.LentDevice;
import java.nio.file.Path;

/** What every device keeps, on the one that is checked. No name that a build takes for a test's: a stage runs it. */
final class ChosenDeviceContract extends DeviceContractTest {

    @Override
    protected Device open(long memory) {
        return new Conditions(LentDevice.choice(), false, 0, Path.of("")).limitedTo(memory).open();
    }
}
