package dev.marquee.cf.tool;

import dev.marquee.cf.device.choice.DeviceChoice;
import dev.marquee.launcher.cli.Words;
import java.util.Arrays;

/** Words for where to train. */
final class Devices extends Words<DeviceChoice> {
    Devices() {
        super(DeviceChoice::parse, Arrays.stream(DeviceChoice.values()).map(DeviceChoice::word).toList());
    }
}
