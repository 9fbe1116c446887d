package dev.marquee.cf.device.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.cf.device.DeviceInfo.Api;
import dev.marquee.cf.device.DeviceSettings;
import dev.marquee.cf.device.Driver;
import dev.marquee.cf.device.FakeLibrary;
import dev.marquee.cf.device.Findings;
import dev.marquee.cf.testing.SequentialDevice;
import dev.marquee.common.device.DeviceChoice;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.error.TrainingFailed;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Which device a wish gets, and how one that cannot be met is refused. */
class DevicesTest {
    private static final DeviceInfo POCL = info(Api.OPENCL, "pthread", false);
    private static final DeviceInfo RADEON = info(Api.OPENCL, "Radeon", true);
    private static final DeviceInfo H200 = info(Api.CUDA, "H200", true);

    private static DeviceInfo info(Api api, String name, boolean gpu) {
        return new DeviceInfo(api, name, "1.0", gpu, 1 << 30, 1 << 28, 4);
    }

    private static Driver driver(Api api, String problem, DeviceInfo... devices) {
        return () -> new Findings(api,
                Arrays.stream(devices).map(info -> new Findings.Found(info, SequentialDevice::new)).toList(), problem);
    }

    private static Devices devices(Driver... drivers) {
        return new Devices(List.of(drivers));
    }

    private static final Driver NO_CUDA = driver(Api.CUDA, "there is no library libcuda.so.1");

    private static DeviceInfo chosen(Devices devices, DeviceChoice wish) {
        return devices.choose(wish).info().orElse(null);
    }

    private static String refusal(Devices devices, DeviceChoice wish) {
        InvalidRequest refused = assertThrows(InvalidRequest.class, () -> devices.choose(wish));
        assertEquals("device", refused.field());
        assertFalse(refused.problem().contains("\n"), refused.problem());
        return refused.problem();
    }

    @Test
    void anOpenClDeviceThatIsNoGpuIsTakenOnlyWhenItIsAskedFor() {
        Devices devices = devices(driver(Api.OPENCL, "", POCL), NO_CUDA);
        assertEquals(POCL, chosen(devices, DeviceChoice.OPENCL));
        ChosenDevice auto = devices.choose(DeviceChoice.AUTO);
        assertTrue(auto.isCpuEngine());
        assertEquals("CPU engine: device=auto found no GPU (OpenCL: pthread (not a GPU);"
                + " CUDA: there is no library libcuda.so.1)", auto.toString());
        assertEquals("gpu was asked for, but there is no GPU here (OpenCL: pthread (not a GPU);"
                + " CUDA: there is no library libcuda.so.1). device=cpu always works.",
                refusal(devices, DeviceChoice.GPU));
    }

    @Test
    void aGpuComesFirst() {
        Devices devices = devices(driver(Api.OPENCL, "", POCL, RADEON), NO_CUDA);
        for (DeviceChoice wish : List.of(DeviceChoice.GPU, DeviceChoice.OPENCL, DeviceChoice.AUTO)) {
            ChosenDevice choice = devices.choose(wish);
            assertEquals(RADEON, choice.info().orElseThrow(), wish.word());
            assertTrue(choice.why().contains("device=" + wish.word()), choice.why());
        }
        assertEquals(List.of(POCL, RADEON), devices.found());
    }

    @Test
    void cudaIsEnoughForAGpuButIsNotOpenCl() {
        Devices devices = devices(driver(Api.OPENCL, "there is no library libOpenCL.so.1"),
                driver(Api.CUDA, "", H200));
        assertEquals(H200, chosen(devices, DeviceChoice.GPU));
        assertEquals(H200, chosen(devices, DeviceChoice.AUTO));
        assertEquals("opencl was asked for, but there is no OpenCL device here"
                + " (OpenCL: there is no library libOpenCL.so.1). device=cpu always works.",
                refusal(devices, DeviceChoice.OPENCL));
    }

    @Test
    void openClIsTakenWhereBothDriveACard() {
        assertEquals(RADEON, chosen(devices(driver(Api.OPENCL, "", POCL, RADEON), driver(Api.CUDA, "", H200)),
                DeviceChoice.GPU));
    }

    @Test
    void theCpuEngineIsHadWithoutLooking() {
        Devices devices = devices(() -> {
            throw new AssertionError("looked");
        });
        ChosenDevice chosen = devices.choose(DeviceChoice.CPU);
        assertEquals("CPU engine: device=cpu was asked for", chosen.toString());
        assertThrows(IllegalStateException.class, chosen::open);
    }

    @Test
    void whatWasFoundIsKeptForAWhile() {
        AtomicInteger looks = new AtomicInteger();
        Devices devices = devices(() -> {
            looks.incrementAndGet();
            return Findings.nothing(Api.OPENCL, "nothing");
        });
        for (int i = 0; i < 3; i++) {
            assertEquals("OpenCL: nothing", devices.summary());
        }
        assertEquals(1, looks.get());
    }

    @Test
    void theChosenDeviceIsOpenedAnewEachTime() {
        Devices devices = devices(driver(Api.OPENCL, "", POCL));
        ChosenDevice chosen = devices.choose(DeviceChoice.OPENCL);
        try (Device one = chosen.open(); Device two = chosen.open()) {
            one.close();
            assertEquals(1, two.floats(1).size());
        }
    }

    @Test
    void librariesThatAreMissingAreNamed() {
        Devices devices = new Devices(new DeviceSettings("libNoOpenCL.so.7", "libnocuda.so.7", 0));
        assertEquals(List.of(), devices.found());
        assertEquals("opencl was asked for, but there is no OpenCL device here"
                + " (OpenCL: there is no library libNoOpenCL.so.7). device=cpu always works.",
                refusal(devices, DeviceChoice.OPENCL));
        assertTrue(refusal(devices, DeviceChoice.GPU).contains("CUDA: there is no library libnocuda.so.7"));
    }

    @Test
    void aLibraryWithoutDevicesIsNamed() {
        String library = FakeLibrary.compile("fake-opencl.c", 0);
        Devices devices = new Devices(new DeviceSettings(library, "libnocuda.so.7", 0));
        assertTrue(refusal(devices, DeviceChoice.OPENCL).contains(library + " is there, but it knows of no device"));
    }

    @Test
    void dedicatedGpusComeFirstAndUnusableDevicesAreNamed() {
        String library = FakeLibrary.compile("fake-opencl.c", 1);
        Devices devices = new Devices(new DeviceSettings(library, "libnocuda.so.7", 0));
        assertEquals(List.of("Fake Dedicated", "Fake Inside"), devices.found().stream().map(DeviceInfo::name).toList());
        assertEquals("OpenCL: Fake Dedicated (a GPU), Fake Inside (a GPU); Fake CPU is not available;"
                + " CUDA: there is no library libnocuda.so.7", devices.summary());
        ChosenDevice chosen = devices.choose(DeviceChoice.GPU);
        assertEquals("Fake Dedicated (OpenCL, Fake 7.5)", chosen.name());
        TrainingFailed failed = assertThrows(TrainingFailed.class, chosen::open);
        assertEquals("Fake Dedicated (OpenCL, Fake 7.5): opening it failed (clCreateContext: CL_OUT_OF_HOST_MEMORY)."
                + " Train with fewer factors, or with device=cpu.", failed.getMessage());
    }
}
