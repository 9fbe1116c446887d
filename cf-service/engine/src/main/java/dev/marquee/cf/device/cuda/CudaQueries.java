package dev.marquee.cf.device.cuda;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.marquee.cf.device.DriverFailed;
import dev.marquee.cf.device.NativeLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The calls of the CUDA driver that tell what devices there are. Each throws {@link DriverFailed}. Thread-safe.
 */
final class CudaQueries {
    private static final int MULTIPROCESSORS = 16;
    private static final int NAME_BYTES = 256;

    private final CudaErrors errors;
    private final MethodHandle init;
    private final MethodHandle driverVersion;
    private final MethodHandle deviceCount;
    private final MethodHandle device;
    private final MethodHandle deviceName;
    private final MethodHandle deviceMemory;
    private final MethodHandle deviceAttribute;

    CudaQueries(NativeLibrary library) {
        errors = new CudaErrors(library);
        init = library.function(CudaFunction.INIT);
        driverVersion = library.function(CudaFunction.DRIVER_VERSION);
        deviceCount = library.function(CudaFunction.DEVICE_COUNT);
        device = library.function(CudaFunction.DEVICE);
        deviceName = library.function(CudaFunction.DEVICE_NAME);
        deviceMemory = library.function(CudaFunction.DEVICE_MEMORY);
        deviceAttribute = library.function(CudaFunction.DEVICE_ATTRIBUTE);
    }

    /** What all other calls need before; as often as one likes. */
    void init() {
        try {
            errors.check(CudaFunction.INIT, (int) init.invokeExact(0));
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    /** The newest version of CUDA that the driver knows: {@code 12.4}. */
    String version() {
        int version = number(CudaFunction.DRIVER_VERSION, driverVersion);
        return version / 1000 + "." + version % 1000 / 10;
    }

    int devices() {
        return number(CudaFunction.DEVICE_COUNT, deviceCount);
    }

    private int number(CudaFunction call, MethodHandle handle) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment number = arena.allocate(JAVA_INT);
            errors.check(call, (int) handle.invokeExact(number));
            return number.get(JAVA_INT, 0);
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    /** The handle of a device by its place among all. */
    int device(int place) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle = arena.allocate(JAVA_INT);
            errors.check(CudaFunction.DEVICE, (int) device.invokeExact(handle, place));
            return handle.get(JAVA_INT, 0);
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    String name(int of) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocate(NAME_BYTES);
            errors.check(CudaFunction.DEVICE_NAME, (int) deviceName.invokeExact(text, NAME_BYTES, of));
            return NativeLibrary.text(text, NAME_BYTES);
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    /** Bytes of a device's own memory. */
    long memory(int of) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(JAVA_LONG);
            errors.check(CudaFunction.DEVICE_MEMORY, (int) deviceMemory.invokeExact(bytes, of));
            return bytes.get(JAVA_LONG, 0);
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    int multiprocessors(int of) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment number = arena.allocate(JAVA_INT);
            errors.check(CudaFunction.DEVICE_ATTRIBUTE,
                    (int) deviceAttribute.invokeExact(number, MULTIPROCESSORS, of));
            return number.get(JAVA_INT, 0);
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }
}
