package dev.marquee.cf.train;

import dev.marquee.cf.train.gpu.ChosenDevice;
import dev.marquee.cf.train.gpu.DeviceChoice;
import dev.marquee.cf.train.gpu.DeviceSettings;
import dev.marquee.cf.train.gpu.Devices;
import dev.marquee.cf.train.gpu.Kernel;
import dev.marquee.common.error.InvalidRequest;
import java.util.Locale;

/**
 * Where a training runs, and why there.
 *
 * @param device as records and logs name it
 * @param reason a clause without a full stop
 * @param kind {@code cpu}, {@code opencl} or {@code cuda}
 */
public record Engine(String device, String reason, String kind) {
    private static Devices devices;

    /**
     * Where a training with these options would run now. Nothing is opened.
     *
     * @throws InvalidRequest for the option {@code device} if there is no such device
     */
    public static Engine of(TrainOptions options) {
        return of(options, choose(options));
    }

    static Engine of(TrainOptions options, ChosenDevice chosen) {
        return chosen.info().map(info -> new Engine(chosen.name(), chosen.why(), info.api().name().toLowerCase(
                Locale.ROOT))).orElseGet(() -> onCpu(options, chosen.why()));
    }

    private static Engine onCpu(TrainOptions options, String why) {
        int threads = options.workers();
        return new Engine("CPU (" + threads + (threads == 1 ? " thread)" : " threads)"), why, "cpu");
    }

    /** @throws InvalidRequest for the option {@code device} if there is no such device */
    static ChosenDevice choose(TrainOptions options) {
        if (!hasKernels(options)) {
            return ChosenDevice.cpuEngine("the algorithm has no kernels for devices");
        }
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

    /** Whether there are kernels of this algorithm, and so an option {@code device}. */
    public static boolean hasKernels(TrainOptions options) {
        return options instanceof SgdOptions || options instanceof AlsOptions;
    }

    /**
     * Checks the option {@code device}.
     *
     * @return the word as it is kept
     * @throws InvalidRequest for a word that is none, or more factors than devices have kernels for where one is asked for
     */
    static String checked(String device, int factors) {
        DeviceChoice wish = DeviceChoice.parse(device);
        if ((wish == DeviceChoice.GPU || wish == DeviceChoice.OPENCL) && Kernel.compiledFor(factors) == 0) {
            throw tooManyFactors("device=" + wish.word(), factors);
        }
        return wish.word();
    }

    static InvalidRequest tooManyFactors(String where, int factors) {
        return new InvalidRequest("factors", "must be between 1 and " + Kernel.FACTORS.getLast() + " with " + where
                + ", is " + factors + "; device=cpu can do more");
    }
}
