package dev.marquee.cf.device.choice;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.common.error.TrainingFailed;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What became of a wish for a device: a device that can be opened, or the CPU engine. Immutable.
 */
public final class ChosenDevice {
    private final @Nullable DeviceInfo info;
    private final String why;
    private final @Nullable Supplier<Device> opener;

    private ChosenDevice(@Nullable DeviceInfo info, String why, @Nullable Supplier<Device> opener) {
        this.info = info;
        this.why = Objects.requireNonNull(why);
        this.opener = opener;
    }

    /** @param opener opens a device anew at each call */
    public static ChosenDevice of(DeviceInfo info, String why, Supplier<Device> opener) {
        return new ChosenDevice(Objects.requireNonNull(info), why, Objects.requireNonNull(opener));
    }

    public static ChosenDevice cpuEngine(String why) {
        return new ChosenDevice(null, why, null);
    }

    /** Empty: the CPU engine. */
    public Optional<DeviceInfo> info() {
        return Optional.ofNullable(info);
    }

    /** Whether there is no device to open. */
    public boolean isCpuEngine() {
        return info == null;
    }

    /** What it is called in logs and in a training's record. */
    public String name() {
        return info == null ? "CPU engine" : info.line();
    }

    /** Why this one: a clause without a full stop. */
    public String why() {
        return why;
    }

    /**
     * Opens the device; whoever opens it closes it.
     *
     * @throws TrainingFailed if it does not answer
     * @throws IllegalStateException for the CPU engine
     */
    public Device open() {
        if (opener == null) {
            throw new IllegalStateException("the CPU engine is not a device");
        }
        return opener.get();
    }

    @Override
    public String toString() {
        return name() + ": " + why;
    }
}
