package dev.marquee.cf.device.choice;

import dev.marquee.cf.device.DeviceSettings;
import dev.marquee.common.device.DeviceChoice;
import dev.marquee.common.error.InvalidRequest;
import org.jspecify.annotations.Nullable;

/**
 * The devices of the machine that this Java runs on, looked for where its system properties say. Thread-safe.
 */
public final class ThisMachine {
    private static @Nullable Devices devices;

    private ThisMachine() {}

    /**
     * What a wish for a device comes to here; see {@link Devices#choose}.
     *
     * @throws InvalidRequest for {@code device} if there is no such device
     */
    public static ChosenDevice choose(DeviceChoice wish) {
        return devices().choose(wish);
    }

    /** Made when it is needed first: a native executable must not look for devices while it is built. */
    private static synchronized Devices devices() {
        if (devices == null) {
            devices = new Devices(DeviceSettings.fromSystemProperties());
        }
        return devices;
    }
}
