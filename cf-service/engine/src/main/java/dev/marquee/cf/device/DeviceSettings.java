package dev.marquee.cf.device;

import dev.marquee.common.error.InvalidRequest;
import java.util.Objects;

/**
 * Where devices are looked for.
 *
 * @param openClLibrary name or path of the OpenCL library
 * @param cudaLibrary name or path of the CUDA driver's library
 * @param memoryLimit bytes that arrays on one device may take together; 0: as many as it has
 */
public record DeviceSettings(String openClLibrary, String cudaLibrary, long memoryLimit) {

    private static final String LIMIT = "marquee.device.memory-limit";

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
     *
     * @throws InvalidRequest if the limit is no number of bytes
     */
    public static DeviceSettings fromSystemProperties() {
        return new DeviceSettings(System.getProperty("marquee.opencl.library", DEFAULTS.openClLibrary),
                System.getProperty("marquee.cuda.library", DEFAULTS.cudaLibrary),
                memoryLimit(System.getProperty(LIMIT, "0")));
    }

    private static long memoryLimit(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new InvalidRequest(LIMIT, "must be a number of bytes, is " + text);
        }
        return Long.parseLong(text);
    }
}
