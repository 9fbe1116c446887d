package dev.marquee.cf.algorithms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.cf.device.DeviceSettings;
import dev.marquee.cf.device.choice.Devices;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.testing.KernelCase;
import dev.marquee.cf.testing.KernelCases;
import dev.marquee.cf.testing.SequentialDevice;
import dev.marquee.cf.train.als.DeviceAlsKernels;
import dev.marquee.cf.train.ials.DeviceIalsKernels;
import dev.marquee.cf.train.ondevice.DeviceKernels;
import dev.marquee.cf.train.sgd.DeviceSgdKernels;
import dev.marquee.common.device.DeviceChoice;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The kernels that were compiled ahead of time, on whatever device there is, against their sequential twins, for every
 * number of factors and at odd sizes. Needs an OpenCL device, of which Debian's pocl-opencl-icd is one, or a GPU.
 */
class CompiledKernelsTest {
    private static final Devices DEVICES = new Devices(DeviceSettings.fromSystemProperties());

    private final List<DeviceInfo> found = DEVICES.found();

    @Test
    void everyKernelDoesWhatItsTwinDoes() {
        try (Device device = open(); Device twin = new SequentialDevice()) {
            for (Kernel kernel : Algorithms.kernels()) {
                for (int k : kernel.perFactors() ? kernel.compiledFor() : List.of(16)) {
                    for (KernelCase one : KernelCases.of(kernel, k, k)) {
                        one.compare(one.run(twin), one.run(device));
                    }
                }
            }
        }
    }

    @Test
    void theSameCallGivesTheSameBits() {
        try (Device device = open()) {
            for (Kernel kernel : List.of(DeviceAlsKernels.NORMAL, DeviceSgdKernels.STEP,
                    DeviceKernels.SQUARED_ERRORS, DeviceIalsKernels.GRADIENTS, DeviceIalsKernels.STEP)) {
                for (KernelCase one : KernelCases.of(kernel, 64, 7)) {
                    KernelCase exact = new KernelCase(kernel, 64, one.groups(), 0, one.arguments());
                    exact.compare(one.run(device), one.run(device));
                }
            }
        }
    }

    private Device open() {
        assumeTrue(!found.isEmpty(), "no device to run kernels on: " + DEVICES.summary()
                + ". Debian's pocl-opencl-icd makes the CPU one.");
        DeviceChoice choice = found.stream().anyMatch(DeviceInfo::gpu) ? DeviceChoice.GPU : DeviceChoice.OPENCL;
        Device device = DEVICES.choose(choice).open();
        assertEquals(choice == DeviceChoice.GPU, device.info().gpu());
        return device;
    }
}
