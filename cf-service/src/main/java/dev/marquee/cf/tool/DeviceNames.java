package dev.marquee.cf.tool;

import dev.marquee.common.device.DeviceChoice;
import dev.marquee.launcher.cli.ValueReader;
import java.util.Arrays;

/** Reads where to train. */
final class DeviceNames extends ValueReader<DeviceChoice> {
    DeviceNames() {
        super(DeviceChoice::parse, Arrays.stream(DeviceChoice.values()).map(DeviceChoice::word).toList());
    }
}
