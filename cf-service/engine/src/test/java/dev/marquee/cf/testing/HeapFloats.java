package dev.marquee.cf.testing;

import dev.marquee.cf.device.DeviceFloats;

/** Numbers of a {@link SequentialDevice}. */
final class HeapFloats implements DeviceFloats {
    private final SequentialDevice device;
    private final int size;
    /** Null when given back. */
    private float[] values;

    HeapFloats(SequentialDevice device, int size) {
        this.device = device;
        this.size = size;
        this.values = new float[size];
    }

    boolean usableOn(SequentialDevice other) {
        return device == other && values != null;
    }

    float[] values() {
        return values;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void write(int at, float[] source, int from, int count) {
        System.arraycopy(source, from, values, at, count);
    }

    @Override
    public void read(int at, float[] target, int to, int count) {
        System.arraycopy(values, at, target, to, count);
    }

    @Override
    public void close() {
        if (values != null) {
            values = null;
            device.giveBack(size);
        }
    }
}
