package dev.marquee.cf.testing;

import dev.marquee.cf.device.DeviceInts;

/** Numbers of a {@link SequentialDevice}. */
final class HeapInts implements DeviceInts {
    private final SequentialDevice device;
    private final int size;
    /** Null when given back. */
    private int[] values;

    HeapInts(SequentialDevice device, int size) {
        this.device = device;
        this.size = size;
        this.values = new int[size];
    }

    boolean usableOn(SequentialDevice other) {
        return device == other && values != null;
    }

    int[] values() {
        return values;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void write(int at, int[] source, int from, int count) {
        System.arraycopy(source, from, values, at, count);
    }

    @Override
    public void read(int at, int[] target, int to, int count) {
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
