package dev.marquee.cf.device.cuda;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.marquee.cf.device.DriverFailed;
import dev.marquee.cf.device.NativeLibrary;
import dev.marquee.cf.device.kernel.KernelProgram;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Loads PTX, which the driver compiles for the card, into the current context. Thread-safe.
 */
final class CudaCompiler {
    private static final int ERROR_LOG = 5;
    private static final int ERROR_LOG_BYTES = 6;
    private static final int LOG_BYTES = 1 << 14;

    private final CudaErrors errors;
    private final MethodHandle loadModule;
    private final MethodHandle unloadModule;
    private final MethodHandle getKernel;

    CudaCompiler(NativeLibrary library) {
        errors = new CudaErrors(library);
        loadModule = library.function(CudaFunction.LOAD_MODULE);
        unloadModule = library.function(CudaFunction.UNLOAD_MODULE);
        getKernel = library.function(CudaFunction.GET_KERNEL);
    }

    /**
     * @return a module, which holds the kernels of the text
     * @throws DriverFailed with the compiler's log
     */
    long load(KernelProgram source) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment module = arena.allocate(JAVA_LONG);
            MemorySegment log = arena.allocate(LOG_BYTES);
            int code = (int) loadModule.invokeExact(module, arena.allocateFrom(source.text()), 2,
                    arena.allocateFrom(JAVA_INT, ERROR_LOG, ERROR_LOG_BYTES),
                    NativeLibrary.longs(arena, log.address(), LOG_BYTES));
            if (code != 0) {
                throw new DriverFailed(CudaFunction.LOAD_MODULE.symbol(), errors.name(code),
                        NativeLibrary.text(log, LOG_BYTES));
            }
            return module.get(JAVA_LONG, 0);
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    long kernel(long module, String entry) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment kernel = arena.allocate(JAVA_LONG);
            errors.check(CudaFunction.GET_KERNEL,
                    (int) getKernel.invokeExact(kernel, module, arena.allocateFrom(entry)));
            return kernel.get(JAVA_LONG, 0);
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    void unload(long module) {
        try {
            errors.check(CudaFunction.UNLOAD_MODULE, (int) unloadModule.invokeExact(module));
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }
}
