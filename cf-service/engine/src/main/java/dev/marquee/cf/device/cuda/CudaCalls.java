package dev.marquee.cf.device.cuda;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.marquee.cf.device.DriverFailed;
import dev.marquee.cf.device.NativeLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The calls of the CUDA driver with which a device is worked: contexts, memory and the start of kernels, all on the
 * default stream, so in order. Each throws {@link DriverFailed}. Thread-safe; but for {@link #retain} and
 * {@link #release} they are about the context that is current on the calling thread.
 */
final class CudaCalls {
    private final CudaErrors errors;
    private final MethodHandle retainContext;
    private final MethodHandle releaseContext;
    private final MethodHandle setContext;
    private final MethodHandle finish;
    private final MethodHandle freeMemory;
    private final MethodHandle allocate;
    private final MethodHandle free;
    private final MethodHandle fill;
    private final MethodHandle write;
    private final MethodHandle read;
    private final MethodHandle runKernel;

    CudaCalls(NativeLibrary library) {
        errors = new CudaErrors(library);
        retainContext = library.function(CudaFunction.RETAIN_CONTEXT);
        releaseContext = library.function(CudaFunction.RELEASE_CONTEXT);
        setContext = library.function(CudaFunction.SET_CONTEXT);
        finish = library.function(CudaFunction.FINISH);
        freeMemory = library.function(CudaFunction.FREE_MEMORY);
        allocate = library.function(CudaFunction.ALLOCATE);
        free = library.function(CudaFunction.FREE);
        fill = library.function(CudaFunction.FILL);
        write = library.function(CudaFunction.WRITE);
        read = library.function(CudaFunction.READ);
        runKernel = library.function(CudaFunction.RUN_KERNEL);
    }

    /** The device's primary context, for one more user of it. */
    long retain(int device) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment context = arena.allocate(JAVA_LONG);
            errors.check(CudaFunction.RETAIN_CONTEXT, (int) retainContext.invokeExact(context, device));
            return context.get(JAVA_LONG, 0);
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    void release(int device) {
        try {
            errors.check(CudaFunction.RELEASE_CONTEXT, (int) releaseContext.invokeExact(device));
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    void makeCurrent(long context) {
        call(CudaFunction.SET_CONTEXT, setContext, context);
    }

    void finish() {
        try {
            errors.check(CudaFunction.FINISH, (int) finish.invokeExact());
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    long freeBytes() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(JAVA_LONG);
            MemorySegment total = arena.allocate(JAVA_LONG);
            errors.check(CudaFunction.FREE_MEMORY, (int) freeMemory.invokeExact(bytes, total));
            return bytes.get(JAVA_LONG, 0);
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    /** The address of new memory. */
    long allocate(long bytes) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(JAVA_LONG);
            errors.check(CudaFunction.ALLOCATE, (int) allocate.invokeExact(address, bytes));
            return address.get(JAVA_LONG, 0);
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    void free(long address) {
        call(CudaFunction.FREE, free, address);
    }

    private void call(CudaFunction function, MethodHandle handle, long of) {
        try {
            errors.check(function, (int) handle.invokeExact(of));
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    /** @param bytes a multiple of 4 */
    void zero(long address, long bytes) {
        try {
            errors.check(CudaFunction.FILL, (int) fill.invokeExact(address, 0, bytes / Integer.BYTES));
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    void write(long address, MemorySegment source) {
        try {
            errors.check(CudaFunction.WRITE, (int) write.invokeExact(address, source, source.byteSize()));
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    void read(long address, MemorySegment target) {
        try {
            errors.check(CudaFunction.READ, (int) read.invokeExact(target, address, target.byteSize()));
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    /** @param arguments each of 64 bits; a kernel reads of one what it needs */
    void run(long kernel, int groups, int groupSize, long[] arguments) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment values = NativeLibrary.longs(arena, arguments);
            long[] addresses = new long[arguments.length];
            for (int i = 0; i < addresses.length; i++) {
                addresses[i] = values.address() + i * JAVA_LONG.byteSize();
            }
            errors.check(CudaFunction.RUN_KERNEL, (int) runKernel.invokeExact(kernel, groups, 1, 1, groupSize, 1, 1,
                    0, 0L, NativeLibrary.longs(arena, addresses), NULL));
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }
}
