package dev.marquee.cf.kernels;

import dev.marquee.cf.device.DeviceFloats;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/** Numbers of a {@link JitDevice}, in the host's memory between launches. */
final class JitFloats implements DeviceFloats, JitArray {
    private final JitDevice device;
    private final int size;
    private final FloatArray values;

    JitFloats(JitDevice device, int size) {
        this.device = device;
        this.size = size;
        // An array without a number cannot be given to a kernel.
        this.values = new FloatArray(Math.max(1, size));
        values.clear();
    }

    @Override
    public FloatArray values() {
        return values;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void write(int at, float[] source, int from, int count) {
        MemorySegment.copy(source, from, values.getSegment(), ValueLayout.JAVA_FLOAT, 4L * at, count);
    }

    @Override
    public void read(int at, float[] target, int to, int count) {
        MemorySegment.copy(values.getSegment(), ValueLayout.JAVA_FLOAT, 4L * at, target, to, count);
    }

    @Override
    public void close() {
        device.free(this, size);
    }
}
