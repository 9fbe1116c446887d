package dev.marquee.cf.device;

/**
 * 32-bit integers in a device's memory. Copies wait for the kernels that were started before.
 */
public non-sealed interface DeviceInts extends DeviceArray {
    /** Copies numbers to the device. */
    void write(int at, int[] source, int from, int count);

    /** Copies numbers from the device. */
    void read(int at, int[] target, int to, int count);
}
