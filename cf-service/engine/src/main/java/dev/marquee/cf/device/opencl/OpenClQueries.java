package dev.marquee.cf.device.opencl;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.marquee.cf.device.NativeLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The calls of OpenCL that tell what devices there are. Thread-safe.
 */
final class OpenClQueries {
    static final int PLATFORM_NAME = 0x0902;
    static final int DEVICE_TYPE = 0x1000;
    static final int COMPUTE_UNITS = 0x1002;
    static final int LARGEST_WORK_GROUP = 0x1004;
    static final int LARGEST_ALLOCATION = 0x1010;
    static final int GLOBAL_MEMORY = 0x101F;
    static final int AVAILABLE = 0x1027;
    static final int COMPILER_AVAILABLE = 0x1028;
    static final int DEVICE_NAME = 0x102B;
    static final int DRIVER_VERSION = 0x102D;
    static final int SHARES_HOST_MEMORY = 0x1035;
    static final long GPU = 4;
    private static final long ALL_TYPES = 0xFFFFFFFFL;
    private static final int AT_MOST = 64;
    private static final int TEXT_BYTES = 4096;

    private final MethodHandle platformIds;
    private final MethodHandle platformInfo;
    private final MethodHandle deviceIds;
    private final MethodHandle deviceInfo;

    OpenClQueries(NativeLibrary library) {
        platformIds = library.function(OpenClFunction.GET_PLATFORM_IDS);
        platformInfo = library.function(OpenClFunction.GET_PLATFORM_INFO);
        deviceIds = library.function(OpenClFunction.GET_DEVICE_IDS);
        deviceInfo = library.function(OpenClFunction.GET_DEVICE_INFO);
    }

    /** Handles of the drivers that are registered. */
    long[] platforms() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment count = arena.allocate(JAVA_INT);
            MemorySegment ids = arena.allocate(JAVA_LONG, AT_MOST);
            int code = (int) platformIds.invokeExact(AT_MOST, ids, count);
            if (code == OpenClError.PLATFORM_NOT_FOUND) {
                return new long[0];
            }
            OpenClError.check(OpenClFunction.GET_PLATFORM_IDS, code);
            return first(ids, count);
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    /** Handles of a driver's devices. */
    long[] devices(long platform) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment count = arena.allocate(JAVA_INT);
            MemorySegment ids = arena.allocate(JAVA_LONG, AT_MOST);
            int code = (int) deviceIds.invokeExact(platform, ALL_TYPES, AT_MOST, ids, count);
            if (code == OpenClError.DEVICE_NOT_FOUND) {
                return new long[0];
            }
            OpenClError.check(OpenClFunction.GET_DEVICE_IDS, code);
            return first(ids, count);
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    private static long[] first(MemorySegment ids, MemorySegment count) {
        return ids.asSlice(0, JAVA_LONG.byteSize() * Math.min(AT_MOST, count.get(JAVA_INT, 0))).toArray(JAVA_LONG);
    }

    String platformText(long platform, int property) {
        return text(platformInfo, OpenClFunction.GET_PLATFORM_INFO, platform, property);
    }

    String deviceText(long device, int property) {
        return text(deviceInfo, OpenClFunction.GET_DEVICE_INFO, device, property);
    }

    /** A property of 32 or 64 bits. */
    long deviceNumber(long device, int property) {
        try (Arena arena = Arena.ofConfined()) {
            // Zeros, of which a property of 32 bits leaves the upper half on a little-endian machine.
            MemorySegment value = arena.allocate(JAVA_LONG);
            OpenClError.check(OpenClFunction.GET_DEVICE_INFO, (int) deviceInfo.invokeExact(device, property,
                    JAVA_LONG.byteSize(), value, NULL));
            return value.get(JAVA_LONG, 0);
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }

    private static String text(MethodHandle handle, OpenClFunction call, long of, int property) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocate(TEXT_BYTES);
            MemorySegment size = arena.allocate(JAVA_LONG);
            OpenClError.check(call, (int) handle.invokeExact(of, property, (long) TEXT_BYTES, text, size));
            return NativeLibrary.text(text, size.get(JAVA_LONG, 0));
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }
}
