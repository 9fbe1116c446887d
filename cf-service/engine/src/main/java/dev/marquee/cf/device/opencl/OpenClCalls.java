package dev.marquee.cf.device.opencl;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.marquee.cf.device.DriverFailed;
import dev.marquee.cf.device.NativeLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The calls of OpenCL with which a device is worked: contexts, queues, memory and the start of kernels. Each throws
 * {@link DriverFailed}. Thread-safe.
 */
final class OpenClCalls {
    private static final int WAIT = 1;
    private static final long READ_WRITE = 1;
    private static final long CONTEXT_PLATFORM = 0x1084;

    private final MethodHandle createContext;
    private final MethodHandle createQueue;
    private final MethodHandle createBuffer;
    private final MethodHandle fillBuffer;
    private final MethodHandle writeBuffer;
    private final MethodHandle readBuffer;
    private final MethodHandle setArgument;
    private final MethodHandle runKernel;
    private final MethodHandle finish;
    private final MethodHandle releaseContext;
    private final MethodHandle releaseQueue;
    private final MethodHandle releaseBuffer;

    OpenClCalls(NativeLibrary library) {
        createContext = library.function(OpenClFunction.CREATE_CONTEXT);
        createQueue = library.function(OpenClFunction.CREATE_QUEUE);
        createBuffer = library.function(OpenClFunction.CREATE_BUFFER);
        fillBuffer = library.function(OpenClFunction.FILL_BUFFER);
        writeBuffer = library.function(OpenClFunction.WRITE_BUFFER);
        readBuffer = library.function(OpenClFunction.READ_BUFFER);
        setArgument = library.function(OpenClFunction.SET_KERNEL_ARGUMENT);
        runKernel = library.function(OpenClFunction.RUN_KERNEL);
        finish = library.function(OpenClFunction.FINISH);
        releaseContext = library.function(OpenClFunction.RELEASE_CONTEXT);
        releaseQueue = library.function(OpenClFunction.RELEASE_QUEUE);
        releaseBuffer = library.function(OpenClFunction.RELEASE_BUFFER);
    }

    long context(long platform, long device) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment error = arena.allocate(JAVA_INT);
            long made = (long) createContext.invokeExact(NativeLibrary.longs(arena, CONTEXT_PLATFORM, platform, 0),
                    1, NativeLibrary.longs(arena, device), NULL, NULL, error);
            return checked(OpenClFunction.CREATE_CONTEXT, made, error);
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    /** Runs its commands in order. */
    long queue(long context, long device) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment error = arena.allocate(JAVA_INT);
            long made = (long) createQueue.invokeExact(context, device, 0L, error);
            return checked(OpenClFunction.CREATE_QUEUE, made, error);
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    long buffer(long context, long bytes) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment error = arena.allocate(JAVA_INT);
            long made = (long) createBuffer.invokeExact(context, READ_WRITE, bytes, NULL, error);
            return checked(OpenClFunction.CREATE_BUFFER, made, error);
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    private static long checked(OpenClFunction call, long made, MemorySegment error) {
        OpenClError.check(call, error.get(JAVA_INT, 0));
        return made;
    }

    /** @param bytes a multiple of 4 */
    void zero(long queue, long buffer, long bytes) {
        try (Arena arena = Arena.ofConfined()) {
            OpenClError.check(OpenClFunction.FILL_BUFFER, (int) fillBuffer.invokeExact(queue, buffer,
                    arena.allocateFrom(JAVA_INT, 0), JAVA_INT.byteSize(), 0L, bytes, 0, NULL, NULL));
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    void write(long queue, long buffer, long at, MemorySegment source) {
        try {
            OpenClError.check(OpenClFunction.WRITE_BUFFER, (int) writeBuffer.invokeExact(queue, buffer, WAIT, at,
                    source.byteSize(), source, 0, NULL, NULL));
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    void read(long queue, long buffer, long at, MemorySegment target) {
        try {
            OpenClError.check(OpenClFunction.READ_BUFFER, (int) readBuffer.invokeExact(queue, buffer, WAIT, at,
                    target.byteSize(), target, 0, NULL, NULL));
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    void bufferArgument(long kernel, int index, long buffer) {
        try (Arena arena = Arena.ofConfined()) {
            argument(kernel, index, JAVA_LONG.byteSize(), NativeLibrary.longs(arena, buffer));
        }
    }

    void numberArgument(long kernel, int index, int number) {
        try (Arena arena = Arena.ofConfined()) {
            argument(kernel, index, JAVA_INT.byteSize(), arena.allocateFrom(JAVA_INT, number));
        }
    }

    void localArgument(long kernel, int index, long bytes) {
        argument(kernel, index, bytes, NULL);
    }

    private void argument(long kernel, int index, long bytes, MemorySegment value) {
        try {
            OpenClError.check(OpenClFunction.SET_KERNEL_ARGUMENT,
                    (int) setArgument.invokeExact(kernel, index, bytes, value));
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    void run(long queue, long kernel, int groups, int groupSize) {
        try (Arena arena = Arena.ofConfined()) {
            OpenClError.check(OpenClFunction.RUN_KERNEL, (int) runKernel.invokeExact(queue, kernel, 1, NULL,
                    NativeLibrary.longs(arena, (long) groups * groupSize), NativeLibrary.longs(arena, groupSize), 0,
                    NULL, NULL));
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    void finish(long queue) {
        call(OpenClFunction.FINISH, finish, queue);
    }

    void releaseBuffer(long buffer) {
        call(OpenClFunction.RELEASE_BUFFER, releaseBuffer, buffer);
    }

    void releaseQueue(long queue) {
        call(OpenClFunction.RELEASE_QUEUE, releaseQueue, queue);
    }

    void releaseContext(long context) {
        call(OpenClFunction.RELEASE_CONTEXT, releaseContext, context);
    }

    private static void call(OpenClFunction function, MethodHandle handle, long of) {
        try {
            OpenClError.check(function, (int) handle.invokeExact(of));
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }
}
