package dev.marquee.cf.train;

import dev.marquee.cf.device.choice.ChosenDevice;
import dev.marquee.cf.device.choice.ThisMachine;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.common.device.DeviceChoice;
import dev.marquee.common.error.InvalidRequest;
import java.util.List;

/**
 * The option {@code device} of a training, and how it goes with the number of factors.
 */
public final class DeviceOption {
    private DeviceOption() {}

    /**
     * Checks the option of an algorithm whose kernels are compiled for {@link Kernel#FACTORS}; see the other.
     */
    public static String checked(String device, int factors) {
        return checked(device, factors, Kernel.FACTORS);
    }

    /**
     * Checks the option.
     *
     * @param compiled numbers of factors that the algorithm's kernels are compiled for, ascending
     * @return the word as it is kept
     * @throws InvalidRequest for a word that is none, or more factors than devices have kernels for where one is asked
     *             for
     */
    public static String checked(String device, int factors, List<Integer> compiled) {
        DeviceChoice wish = DeviceChoice.parse(device);
        if ((wish == DeviceChoice.GPU || wish == DeviceChoice.OPENCL) && Kernel.fitting(compiled, factors) == 0) {
            throw tooManyFactors("device=" + wish.word(), factors, compiled);
        }
        return wish.word();
    }

    /**
     * @param compiled as of {@link #checked}
     * @throws InvalidRequest for the option {@code device} if there is no such device
     */
    static ChosenDevice choose(TrainOptions options, List<Integer> compiled) {
        DeviceChoice wish = DeviceChoice.parse(options.device());
        return wish == DeviceChoice.AUTO && Kernel.fitting(compiled, options.factors()) == 0
                ? ChosenDevice.cpuEngine("device=auto, and there are kernels for at most " + compiled.getLast()
                        + " factors")
                : ThisMachine.choose(wish);
    }

    /**
     * @param where the clause behind "with"
     * @param compiled as of {@link #checked}
     */
    public static InvalidRequest tooManyFactors(String where, int factors, List<Integer> compiled) {
        return new InvalidRequest("factors", "must be between 1 and " + compiled.getLast() + " with " + where
                + ", is " + factors + "; device=cpu can do more");
    }
}
