package dev.marquee.cf.device;

/**
 * What is known of a device before it is opened.
 *
 * @param api how it is driven
 * @param name as its driver gives it
 * @param driver platform and version
 * @param gpu whether it is a real GPU rather than a CPU that acts as a device
 * @param memoryBytes of its own
 * @param largestArrayBytes that it gives at once
 * @param computeUnits processors that run work-groups side by side
 */
public record DeviceInfo(Api api, String name, String driver, boolean gpu, long memoryBytes, long largestArrayBytes,
        int computeUnits) {

    /** Ways to drive a device. */
    public enum Api {
        OPENCL("OpenCL"), CUDA("CUDA"), TORNADOVM("TornadoVM");

        private final String label;

        Api(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** One line for logs, errors and the training's record. */
    public String line() {
        return name + " (" + api + ", " + driver + ")";
    }
}
