package dev.marquee.cf.device.cuda;

import static java.lang.foreign.ValueLayout.ADDRESS;

import dev.marquee.cf.device.DriverFailed;
import dev.marquee.cf.device.NativeLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The names of the CUDA driver's error codes, which it knows itself. Thread-safe.
 */
final class CudaErrors {
    private static final long LONGEST_NAME = 128;

    private final MethodHandle errorName;

    CudaErrors(NativeLibrary library) {
        errorName = library.function(CudaFunction.ERROR_NAME);
    }

    String name(int code) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(ADDRESS);
            int known = (int) errorName.invokeExact(code, name);
            MemorySegment text = name.get(ADDRESS, 0);
            return known == 0 && text.address() != 0 ? text.reinterpret(LONGEST_NAME).getString(0) : "error " + code;
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    /** @throws DriverFailed if the call did not succeed */
    void check(CudaFunction call, int code) {
        if (code != 0) {
            throw new DriverFailed(call.symbol(), name(code));
        }
    }
}
