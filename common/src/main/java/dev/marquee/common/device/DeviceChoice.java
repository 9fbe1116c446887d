package dev.marquee.common.device;

import dev.marquee.common.error.InvalidRequest;
import java.util.Locale;

/**
 * Where a training is wished to run.
 */
public enum DeviceChoice {
    /** The CPU engine. */
    CPU,
    /** A real GPU, by CUDA or OpenCL. */
    GPU,
    /** Any OpenCL device, one that runs on the CPU included; a GPU rather than another. */
    OPENCL,
    /** A GPU where there is one, else the CPU engine. */
    AUTO;

    /** How it is written in options and configuration. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidRequest for {@code device} if it is none of the words */
    public static DeviceChoice parse(String word) {
        for (DeviceChoice choice : values()) {
            if (choice.word().equals(word.strip().toLowerCase(Locale.ROOT))) {
                return choice;
            }
        }
        throw new InvalidRequest("device", "must be cpu, gpu, opencl or auto, is " + word);
    }
}
