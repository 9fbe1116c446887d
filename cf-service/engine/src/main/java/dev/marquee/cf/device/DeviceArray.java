package dev.marquee.cf.device;

/**
 * Numbers in a device's memory. Belongs to the device that made it.
 */
public sealed interface DeviceArray extends AutoCloseable permits DeviceFloats, DeviceInts {
    int size();

    /** Gives the memory back. */
    @Override
    void close();
}
