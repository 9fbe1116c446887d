package dev.marquee.cf.kernels;

import dev.marquee.cf.device.DeviceInts;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/** Numbers of a {@link JitDevice}, in the host's memory between launches. */
final class JitInts implements DeviceInts, JitArray {
    private final JitDevice device;
    private final int size;
    private final IntArray values;

    JitInts(JitDevice device, int size) {
        this.device = device;
        this.size = size;
        // An array without a number cannot be given to a kernel.
        this.values = new IntArray(Math.max(1, size));
        values.clear();
    }

    @Override
    public IntArray values() {
        return values;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void write(int at, int[] source, int from, int count) {
        MemorySegment.copy(source, from, values.getSegment(), ValueLayout.JAVA_INT, 4L * at, count);
    }

    @Override
    public void read(int at, int[] target, int to, int count) {
        MemorySegment.copy(values.getSegment(), ValueLayout.JAVA_INT, 4L * at, target, to, count);
    }

    @Override
    public void close() {
        device.free(this, size);
    }
}
