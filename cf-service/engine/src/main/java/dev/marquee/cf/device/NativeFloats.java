package dev.marquee.cf.device;

import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * The {@link DeviceFloats} of a {@link NativeDevice}.
 */
record NativeFloats(NativeMemory memory) implements DeviceFloats {

    @Override
    public int size() {
        return memory.size();
    }

    @Override
    public void write(int at, float[] source, int from, int count) {
        Objects.checkFromIndexSize(from, count, source.length);
        memory.write(at, source, from, count, ValueLayout.JAVA_FLOAT);
    }

    @Override
    public void read(int at, float[] target, int to, int count) {
        Objects.checkFromIndexSize(to, count, target.length);
        memory.read(at, target, to, count, ValueLayout.JAVA_FLOAT);
    }

    @Override
    public void close() {
        memory.free();
    }
}
