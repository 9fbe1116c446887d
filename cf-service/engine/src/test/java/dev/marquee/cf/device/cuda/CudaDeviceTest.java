package dev.marquee.cf.device.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceContractTest;
import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.device.DeviceSettings;
import dev.marquee.cf.device.FakeLibrary;
import dev.marquee.cf.device.Findings;
import dev.marquee.cf.device.kernel.GeneratedKernels;
import dev.marquee.cf.device.kernel.KernelCode;
import dev.marquee.cf.device.kernel.KernelPrograms;
import dev.marquee.cf.testing.OpenClDevices;
import dev.marquee.cf.train.prior.DevicePriorKernels;
import dev.marquee.common.error.TrainingFailed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How the CUDA driver is called, against a library that only refuses what is wrong and computes axpy: not on a card.
 */
class CudaDeviceTest extends DeviceContractTest {
    private static String library;

    @BeforeAll
    static void compile() {
        library = FakeLibrary.compile("fake-cuda.c", 1);
    }

    @Override
    protected Device open(long memory) {
        return open(memory, GeneratedKernels.of(KernelCode.Form.PTX));
    }

    private static Device open(long memory, KernelPrograms programs) {
        return find(memory, programs).devices().getFirst().opener().get();
    }

    private static Findings find(long memory, KernelPrograms programs) {
        return new CudaDriver(new DeviceSettings("unused", library, memory), () -> programs).find();
    }

    @Test
    void devicesAreDescribed() {
        assertEquals(new DeviceInfo(DeviceInfo.Api.CUDA, "Fake Card 0", "driver of CUDA 12.4", true, 64 << 20, 64 << 20,
                132), find(0, null).devices().getFirst().info());
    }

    @Test
    void aDriverWithoutACardSaysSo() {
        String empty = FakeLibrary.compile("fake-cuda.c", 0);
        assertEquals(Findings.nothing(DeviceInfo.Api.CUDA, "cuInit: CUDA_ERROR_NO_DEVICE"),
                new CudaDriver(new DeviceSettings("unused", empty, 0), () -> null).find());
    }

    @Test
    @SuppressWarnings("JUnitMethodInvoked") // the device is good for more
    void memoryThatTheDriverRefusesFailsTheTraining() {
        try (Device device = open(0)) {
            TrainingFailed failed = assertThrows(TrainingFailed.class, () -> device.floats(5 << 20));
            assertTrue(failed.getMessage().contains("cuMemAlloc_v2: CUDA_ERROR_OUT_OF_MEMORY"), failed.getMessage());
            assertTrue(failed.getMessage().contains("fewer factors"), failed.getMessage());
        }
        newArraysAreZero();
    }

    @Test
    @SuppressWarnings("JUnitMethodInvoked") // the device is good for more
    void aLostKernelFailsTheTrainingAndTheNextOneRuns() {
        try (Device device = open(0)) {
            DeviceFloats x = device.floats(1);
            DeviceInts one = device.ints(1);
            device.launch(DevicePriorKernels.PRIOR_TERMS, 16, 1, x, x, x, x, one);
            TrainingFailed failed = assertThrows(TrainingFailed.class, device::finish);
            assertTrue(failed.getMessage().contains("cuCtxSynchronize: CUDA_ERROR_ILLEGAL_ADDRESS"),
                    failed.getMessage());
            assertThrows(TrainingFailed.class, () -> device.launch(DevicePriorKernels.AXPY, 0, 1, x, x, one, x));
            x.close();
        }
        kernelsRunInTheOrderOfTheCallsAndCopiesWaitForThem();
    }

    @Test
    void codeThatDoesNotCompileIsToldWithTheCompilersWords() {
        try (Device device = open(0, OpenClDevices.program("this is not PTX"))) {
            DeviceFloats x = device.floats(1);
            DeviceInts one = device.ints(1);
            TrainingFailed failed = assertThrows(TrainingFailed.class,
                    () -> device.launch(DevicePriorKernels.AXPY, 0, 1, x, x, one, x));
            assertTrue(failed.getMessage().contains("CUDA_ERROR_INVALID_PTX\nptxas fatal: no entry"),
                    failed.getMessage());
        }
    }

    @Test
    void aLibraryThatIsNotCudaIsNotUsed() {
        Findings findings = new CudaDriver(new DeviceSettings("unused", "libc.so.6", 0), () -> null).find();
        assertTrue(findings.problem().contains("libc.so.6 has no cu"), findings.problem());
    }
}
