package dev.marquee.cf.device;

import dev.marquee.cf.device.kernel.Kernel;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Memory of a {@link NativeDevice} that holds an array of 32-bit numbers.
 */
final class NativeMemory {
    private final NativeDevice device;
    private final long handle;
    private final int size;
    private final long bytes;
    private boolean freed;

    NativeMemory(NativeDevice device, long handle, int size, long bytes) {
        this.device = device;
        this.handle = handle;
        this.size = size;
        this.bytes = bytes;
    }

    long handle() {
        return handle;
    }

    int size() {
        return size;
    }

    long bytes() {
        return bytes;
    }

    /** @param source an array of the layout's type, whose range was checked */
    void write(int at, Object source, int from, int count, ValueLayout layout) {
        check(at, count);
        device.copy("writing " + count + " numbers", staging -> staging.write(handle, at, source, from, count, layout));
    }

    /** @param target an array of the layout's type, whose range was checked */
    void read(int at, Object target, int to, int count, ValueLayout layout) {
        check(at, count);
        device.copy("reading " + count + " numbers", staging -> staging.read(handle, at, target, to, count, layout));
    }

    private void check(int at, int count) {
        Objects.checkFromIndexSize(at, count, size);
        if (freed) {
            throw new IllegalStateException("the array was closed");
        }
    }

    void free() {
        if (!freed) {
            freed = true;
            device.free(this);
        }
    }

    /** The handles of a kernel's arguments; refuses what is of another kind, freed, or another device's. */
    static long[] handles(NativeDevice device, Kernel kernel, DeviceArray... arguments) {
        int expected = kernel.arguments().size();
        NativeDevice.require(arguments.length == expected,
                kernel + " has " + expected + " arguments, not " + arguments.length);
        long[] handles = new long[expected];
        for (int i = 0; i < expected; i++) {
            Kernel.Argument argument = kernel.arguments().get(i);
            @Nullable
            NativeMemory memory = switch (arguments[i]) {
                case NativeFloats floats when !argument.ints() -> floats.memory();
                case NativeInts ints when argument.ints() -> ints.memory();
                default -> null;
            };
            if (memory == null || memory.device != device || memory.freed) {
                throw new IllegalArgumentException(kernel + ": argument " + argument.name()
                        + " is of the wrong kind, closed or another device's");
            }
            handles[i] = memory.handle;
        }
        return handles;
    }
}
