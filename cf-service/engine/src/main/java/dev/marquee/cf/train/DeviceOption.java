package dev.marquee.cf.train;

import dev.marquee.cf.device.choice.ChosenDevice;
import dev.marquee.cf.device.choice.ThisMachine;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.common.device.DeviceChoice;
import dev.marquee.common.error.InvalidRequest;

/**
 * The option {@code device} of a training, and how it goes with the number of factors.
 */
public final class DeviceOption {
    private DeviceOption() {}

    /**
     * Checks the option.
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

    /** @throws InvalidRequest for the option {@code device} if there is no such device */
    static ChosenDevice choose(TrainOptions options) {
        DeviceChoice wish = DeviceChoice.parse(options.device());
        return wish == DeviceChoice.AUTO && Kernel.compiledFor(options.factors()) == 0
                ? ChosenDevice.cpuEngine("device=auto, and there are kernels for at most " + Kernel.FACTORS.getLast()
                        + " factors")
                : ThisMachine.choose(wish);
    }

    /** @param where the clause behind "with" */
    public static InvalidRequest tooManyFactors(String where, int factors) {
        return new InvalidRequest("factors", "must be between 1 and " + Kernel.FACTORS.getLast() + " with " + where
                + ", is " + factors + "; device=cpu can do more");
    }
}
