package dev.marquee.cf.device;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Copies between Java's arrays and a device, in large pieces: a driver cannot be given the address of an array which
 * the collector may move, and single elements of native memory are slow to reach in a native executable.
 */
final class Staging {
    private static final int NUMBERS = 1 << 20;

    private final DriverSession session;
    private final long header;
    /** Of an automatic arena: a device may be used from one thread after another. */
    private final MemorySegment piece = Arena.ofAuto().allocate(ValueLayout.JAVA_INT, NUMBERS);

    /** @param header bytes before the first number of each array on the device */
    Staging(DriverSession session, int header) {
        this.session = session;
        this.header = header;
    }

    void write(long memory, int at, Object source, int from, int count, ValueLayout layout) {
        for (long copied = 0; copied < count; copied += NUMBERS) {
            int done = (int) copied;
            int now = Math.min(NUMBERS, count - done);
            MemorySegment.copy(source, from + done, piece, layout, 0, now);
            session.write(memory, offset(at + done), part(now));
        }
    }

    void read(long memory, int at, Object target, int to, int count, ValueLayout layout) {
        for (long copied = 0; copied < count; copied += NUMBERS) {
            int done = (int) copied;
            int now = Math.min(NUMBERS, count - done);
            session.read(memory, offset(at + done), part(now));
            MemorySegment.copy(piece, layout, 0, target, to + done, now);
        }
    }

    private long offset(int number) {
        return header + Integer.BYTES * (long) number;
    }

    private MemorySegment part(int numbers) {
        return piece.asSlice(0, Integer.BYTES * (long) numbers);
    }
}
