package dev.marquee.cf.device.opencl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceContractTest;
import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.device.NativeLibrary;
import dev.marquee.cf.testing.Filled;
import dev.marquee.cf.testing.OpenClDevices;
import dev.marquee.cf.train.prior.DevicePriorKernels;
import dev.marquee.common.error.TrainingFailed;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.junit.jupiter.api.Test;

/** On every OpenCL device that there is, PoCL for one. */
class OpenClDeviceTest extends DeviceContractTest {

    @Override
    protected Device open(long memory) {
        return OpenClDevices.open(memory);
    }

    @Test
    void itIsDescribed() {
        try (Device device = open(1000)) {
            DeviceInfo info = device.info();
            assertEquals(DeviceInfo.Api.OPENCL, info.api());
            assertTrue(!info.name().isBlank() && !info.driver().isBlank(), info.toString());
            assertTrue(info.memoryBytes() >= info.largestArrayBytes() && info.largestArrayBytes() > 0, info.toString());
            assertTrue(info.computeUnits() > 0, info.toString());
        }
    }

    @Test
    void javaStillNoticesADivisionByZero() {
        try (Device device = open(1000)) {
            device.floats(1);
            int zero = (int) (device.freeBytes() >> 40);
            assertThrows(ArithmeticException.class, () -> System.out.println(7 / zero));
        }
    }

    /** A signal that Java leaves alone and PoCL's compiler would take together with Java's own. */
    @Test
    void handlersOfSignalsAreAsTheyWereAfterACompilation() throws Throwable {
        MethodHandle sigaction = NativeLibrary.standard().function(SignalHandlers.Function.SIGACTION);
        try (Arena arena = Arena.ofConfined(); Device device = open(1000)) {
            DeviceFloats x = device.floats(1);
            device.launch(DevicePriorKernels.AXPY, 0, 1, x, x, Filled.ints(device, 1), x);
            device.finish();
            MemorySegment now = arena.allocate(256);
            for (int signal : new int[]{5, 6}) { // SIGTRAP, SIGABRT
                assertEquals(0, (int) sigaction.invokeExact(signal, MemorySegment.NULL, now));
                assertEquals(0, now.get(ValueLayout.JAVA_LONG, 0), "signal " + signal);
            }
        }
    }

    @Test
    @SuppressWarnings("JUnitMethodInvoked") // the device is good for more
    void codeThatDoesNotCompileIsToldWithTheCompilersWords() {
        try (Device device = OpenClDevices.open(OpenClDevices.program("this is not C"))) {
            DeviceFloats x = device.floats(1);
            DeviceInts one = device.ints(1);
            TrainingFailed failed = assertThrows(TrainingFailed.class,
                    () -> device.launch(DevicePriorKernels.AXPY, 0, 1, x, x, one, x));
            assertTrue(failed.getMessage().contains("clBuildProgram: CL_BUILD_PROGRAM_FAILURE"), failed.getMessage());
            assertTrue(failed.getMessage().contains("error"), failed.getMessage());
            assertTrue(failed.getMessage().contains("axpy"), failed.getMessage());
            assertThrows(TrainingFailed.class, () -> device.floats(1));
        }
        newArraysAreZero();
    }

    @Test
    void anEntryThatIsNotThereIsTold() {
        try (Device device = OpenClDevices.open(OpenClDevices.program("__kernel void other(__global int *a) {}"))) {
            DeviceFloats x = device.floats(1);
            DeviceInts one = device.ints(1);
            TrainingFailed failed = assertThrows(TrainingFailed.class,
                    () -> device.launch(DevicePriorKernels.AXPY, 0, 1, x, x, one, x));
            assertTrue(failed.getMessage().contains("clCreateKernel: CL_INVALID_KERNEL_NAME"), failed.getMessage());
        }
    }

    @Test
    void twoDevicesDoNotDisturbEachOther() {
        try (Device one = open(1000); Device two = open(1000)) {
            DeviceFloats a = Filled.floats(one, 1, 2);
            DeviceFloats b = Filled.floats(two, 3, 4);
            one.launch(DevicePriorKernels.AXPY, 0, 1, a, a, Filled.ints(one, 2), Filled.floats(one, 1));
            two.launch(DevicePriorKernels.AXPY, 0, 1, b, b, Filled.ints(two, 2), Filled.floats(two, 2));
            one.close();
            assertArrayEquals(new float[]{9, 12}, Filled.read(b));
        }
    }
}
