package dev.marquee.cf.device;

import java.util.Objects;

/**
 * Where devices are looked for.
 *
 * @param openClLibrary name or path of the OpenCL library
 * @param cudaLibrary name or path of the CUDA driver's library
 * @param memoryLimit bytes that arrays on one device may take together; 0: as many as it has
 */
public record DeviceSettings(String openClLibrary, String cudaLibrary, long memoryLimit) {

    /** What Linux calls the libraries, and no limit. */
    public static final DeviceSettings DEFAULTS = new DeviceSettings("libOpenCL.so.1", "libcuda.so.1", 0);

    public DeviceSettings {
        Objects.requireNonNull(openClLibrary);
        Objects.requireNonNull(cudaLibrary);
        if (memoryLimit < 0) {
            throw new IllegalArgumentException(
                    "the limit of the device's memory must not be negative, is " + memoryLimit);
        }
    }

    /**
     * The defaults, changed by the system properties {@code marquee.opencl.library}, {@code marquee.cuda.library} and
     * {@code marquee.device.memory-limit}.
     */
    public static DeviceSettings fromSystemProperties() {
        return new DeviceSettings(System.getProperty("marquee.opencl.library", DEFAULTS.openClLibrary),
                System.getProperty("marquee.cuda.library", DEFAULTS.cudaLibrary),
                Long.getLong("marquee.device.memory-limit", 0));
    }
}
