package dev.marquee.cf.device.opencl;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.marquee.cf.device.DriverFailed;
import dev.marquee.cf.device.NativeLibrary;
import dev.marquee.cf.device.kernel.KernelProgram;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Compiles OpenCL C for a device. Thread-safe.
 */
final class OpenClCompiler {
    /**
     * a·b + c may be one rounding, as the CPU engine's is. Not -cl-fast-relaxed-math, though TornadoVM builds with it:
     * it lets the compiler assume that there is no NaN, and a pivot that is none is how a system without a solution is
     * noticed.
     */
    private static final String OPTIONS = "-cl-mad-enable";
    private static final int BUILD_LOG = 0x1183;

    private final MethodHandle createProgram;
    private final MethodHandle buildProgram;
    private final MethodHandle buildInfo;
    private final MethodHandle createKernel;
    private final MethodHandle releaseProgram;
    private final MethodHandle releaseKernel;

    OpenClCompiler(NativeLibrary library) {
        createProgram = library.function(OpenClFunction.CREATE_PROGRAM);
        buildProgram = library.function(OpenClFunction.BUILD_PROGRAM);
        buildInfo = library.function(OpenClFunction.GET_BUILD_INFO);
        createKernel = library.function(OpenClFunction.CREATE_KERNEL);
        releaseProgram = library.function(OpenClFunction.RELEASE_PROGRAM);
        releaseKernel = library.function(OpenClFunction.RELEASE_KERNEL);
    }

    /**
     * @return a kernel, which keeps its program
     * @throws DriverFailed with the compiler's log
     */
    long compile(long context, long device, KernelProgram source) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment error = arena.allocate(JAVA_INT);
            long program = (long) createProgram.invokeExact(context, 1,
                    arena.allocateFrom(ADDRESS, arena.allocateFrom(source.text())), NULL, error);
            OpenClError.check(OpenClFunction.CREATE_PROGRAM, error.get(JAVA_INT, 0));
            try {
                build(arena, program, device);
                long kernel = (long) createKernel.invokeExact(program, arena.allocateFrom(source.entry()), error);
                OpenClError.check(OpenClFunction.CREATE_KERNEL, error.get(JAVA_INT, 0));
                return kernel;
            } finally {
                OpenClError.check(OpenClFunction.RELEASE_PROGRAM, (int) releaseProgram.invokeExact(program));
            }
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    private void build(Arena arena, long program, long device) throws Throwable {
        int code;
        try (SignalHandlers _ = SignalHandlers.keep()) {
            code = (int) buildProgram.invokeExact(program, 1, NativeLibrary.longs(arena, device),
                    arena.allocateFrom(OPTIONS), NULL, NULL);
        }
        if (code != 0) {
            throw new DriverFailed(OpenClFunction.BUILD_PROGRAM.symbol(), OpenClError.name(code),
                    log(arena, program, device));
        }
    }

    private String log(Arena arena, long program, long device) throws Throwable {
        MemorySegment size = arena.allocate(JAVA_LONG);
        int told = (int) buildInfo.invokeExact(program, device, BUILD_LOG, 0L, NULL, size);
        MemorySegment log = arena.allocate(told == 0 ? size.get(JAVA_LONG, 0) : 0);
        told = (int) buildInfo.invokeExact(program, device, BUILD_LOG, log.byteSize(), log, NULL);
        return told == 0 ? NativeLibrary.text(log, log.byteSize()) : "";
    }

    void release(long kernel) {
        try {
            OpenClError.check(OpenClFunction.RELEASE_KERNEL, (int) releaseKernel.invokeExact(kernel));
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }
}
