package dev.marquee.cf.device;

import dev.marquee.cf.device.kernel.KernelProgram;
import java.lang.foreign.MemorySegment;

/**
 * An opened device as its driver shows it: the calls in which drivers differ. Handles are the driver's own, and whether
 * they are still good is for {@link NativeDevice} to know. Commands run in the order of the calls. Every method throws
 * {@link DriverFailed}. Used from one thread at a time, not always the same.
 */
public interface DriverSession extends AutoCloseable {

    /** New memory, all zeros. */
    long allocate(long bytes);

    void free(long memory);

    /** Copies a whole segment; waits until it is copied. */
    void write(long memory, long at, MemorySegment source);

    /** Fills a whole segment; waits until it is filled. */
    void read(long memory, long at, MemorySegment target);

    /** Compiles. */
    long load(KernelProgram program);

    /** Starts a kernel. */
    void launch(long kernel, int groups, int groupSize, long[] memory);

    void finish();

    /** @param used bytes that were allocated here and not freed */
    long freeBytes(long used);

    /** Frees what is still there; does not throw. */
    @Override
    void close();
}
