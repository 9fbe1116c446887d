package dev.marquee.cf.train;

import dev.marquee.cf.device.DeviceSettings;
import dev.marquee.cf.device.choice.ChosenDevice;
import dev.marquee.cf.device.choice.DeviceChoice;
import dev.marquee.cf.device.choice.Devices;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.common.error.InvalidRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a training runs, and why there.
 *
 * @param device as records and logs name it
 * @param reason a clause without a full stop
 * @param kind {@code cpu}, {@code opencl} or {@code cuda}
 */
public record Placement(String device, String reason, String kind) {
    private static @Nullable Devices devices;

    public static Placement of(TrainOptions options, ChosenDevice chosen) {
        return chosen.info().map(info -> new Placement(chosen.name(), chosen.why(), info.api().name().toLowerCase(
                Locale.ROOT))).orElseGet(() -> onCpu(options, chosen.why()));
    }

    private static Placement onCpu(TrainOptions options, String why) {
        int threads = options.workers();
        return new Placement("CPU (" + threads + (threads == 1 ? " thread)" : " threads)"), why, "cpu");
    }

    /** @throws InvalidRequest for the option {@code device} if there is no such device */
    public static ChosenDevice choose(TrainOptions options) {
        DeviceChoice wish = DeviceChoice.parse(options.device());
        return wish == DeviceChoice.AUTO && Kernel.compiledFor(options.factors()) == 0
                ? ChosenDevice.cpuEngine("device=auto, and there are kernels for at most " + Kernel.FACTORS.getLast()
                        + " factors")
                : choose(wish);
    }

    /**
     * What a wish for a device comes to on this machine.
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

    /**
     * Checks the option {@code device}.
     *
     * @return the word as it is kept
     * @throws InvalidRequest for a word that is none, or more factors than devices have kernels for where one is asked
     *             for
     */
    public static String checked(String device, int factors) {
        DeviceChoice wish = DeviceChoice.parse(device);
        if ((wish == DeviceChoice.GPU || wish == DeviceChoice.OPENCL) && Kernel.compiledFor(factors) == 0) {
            throw tooManyFactors("device=" + wish.word(), factors);
        }
        return wish.word();
    }

    public static InvalidRequest tooManyFactors(String where, int factors) {
        return new InvalidRequest("factors", "must be between 1 and " + Kernel.FACTORS.getLast() + " with " + where
                + ", is " + factors + "; device=cpu can do more");
    }
}
