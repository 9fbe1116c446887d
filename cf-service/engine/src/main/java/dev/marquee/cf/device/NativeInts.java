package dev.marquee.cf.device;

import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * The {@link DeviceInts} of a {@link NativeDevice}.
 */
record NativeInts(NativeMemory memory) implements DeviceInts {

    @Override
    public int size() {
        return memory.size();
    }

    @Override
    public void write(int at, int[] source, int from, int count) {
        Objects.checkFromIndexSize(from, count, source.length);
        memory.write(at, source, from, count, ValueLayout.JAVA_INT);
    }

    @Override
    public void read(int at, int[] target, int to, int count) {
        Objects.checkFromIndexSize(to, count, target.length);
        memory.read(at, target, to, count, ValueLayout.JAVA_INT);
    }

    @Override
    public void close() {
        memory.free();
    }
}
