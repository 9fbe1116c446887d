package dev.marquee.cf.check.stage;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceArray;
import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.device.kernel.Kernel;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Waits for each kernel to see how long it took, and counts the bytes of all arrays that were made. */
final class ProfiledDevice implements Device {
    private final Device device;
    private final Map<String, Spent> spent = new LinkedHashMap<>();
    private long taken;

    /** What a kernel took in all. */
    record Spent(String kernel, int launches, double seconds) {}

    ProfiledDevice(Device device) {
        this.device = device;
    }

    @Override
    public DeviceInfo info() {
        return device.info();
    }

    @Override
    public DeviceFloats floats(int size) {
        taken += (long) Float.BYTES * size;
        return device.floats(size);
    }

    @Override
    public DeviceInts ints(int size) {
        taken += (long) Integer.BYTES * size;
        return device.ints(size);
    }

    /** Bytes of all arrays so far, those too that were given back. */
    long takenBytes() {
        return taken;
    }

    @Override
    public long freeBytes() {
        return device.freeBytes();
    }

    @Override
    public void launch(Kernel kernel, int factors, int groups, DeviceArray... arguments) {
        device.finish();
        long start = System.nanoTime();
        device.launch(kernel, factors, groups, arguments);
        device.finish();
        spent.merge(kernel.method(), new Spent(kernel.method(), 1, Figures.seconds(start)),
                (one, other) -> new Spent(one.kernel(), one.launches() + other.launches(),
                        one.seconds() + other.seconds()));
    }

    /** Forgets what was spent so far. */
    void forget() {
        spent.clear();
    }

    /** The longest first. */
    List<Spent> spent() {
        return spent.values().stream().sorted(Comparator.comparingDouble(Spent::seconds).reversed()).toList();
    }

    @Override
    public void finish() {
        device.finish();
    }

    @Override
    public void close() {
        device.close();
    }
}
