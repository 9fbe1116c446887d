package dev.marquee.cf.device;

/**
 * 32-bit floating point numbers in a device's memory. Copies wait for the kernels that were started before.
 */
public non-sealed interface DeviceFloats extends DeviceArray {
    /** Copies numbers to the device. */
    void write(int at, float[] source, int from, int count);

    /** Copies numbers from the device. */
    void read(int at, float[] target, int to, int count);
}
