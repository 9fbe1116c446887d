package dev.marquee.cf.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.testing.Filled;
import dev.marquee.cf.testing.SequentialDevice;
import dev.marquee.cf.train.prior.DevicePriorKernels;
import dev.marquee.common.error.TrainingFailed;
import org.junit.jupiter.api.Test;

/** What a device refuses, and that a twin works on the groups asked for alone. */
class SequentialDeviceTest {

    @Test
    void onlyTheGroupsAskedForAreWorkedOn() {
        try (Device device = new SequentialDevice()) {
            float[] numbers = new float[300];
            java.util.Arrays.fill(numbers, 1);
            DeviceFloats x = device.floats(300);
            x.write(0, numbers, 0, 300);
            DeviceFloats y = device.floats(300);
            device.launch(DevicePriorKernels.AXPY, 0, 1, x, y, Filled.ints(device, 300), Filled.floats(device, 2));
            y.read(0, numbers, 0, 300);
            float[] expected = new float[300];
            java.util.Arrays.fill(expected, 0, 256, 2);
            assertArrayEquals(expected, numbers);
        }
    }

    @Test
    void argumentsMustBeThoseOfTheKernel() {
        try (Device device = new SequentialDevice(); Device other = new SequentialDevice()) {
            DeviceFloats x = device.floats(1);
            DeviceInts one = Filled.ints(device, 1);
            assertThrows(IllegalArgumentException.class, () -> device.launch(DevicePriorKernels.AXPY, 0, 1, x, x, one));
            assertThrows(IllegalArgumentException.class,
                    () -> device.launch(DevicePriorKernels.AXPY, 0, 1, x, x, x, x));
            assertThrows(IllegalArgumentException.class,
                    () -> device.launch(DevicePriorKernels.AXPY, 0, 0, x, x, one, x));
            assertThrows(IllegalArgumentException.class,
                    () -> device.launch(DevicePriorKernels.AXPY, 16, 1, x, x, one, x));
            assertThrows(IllegalArgumentException.class,
                    () -> device.launch(DevicePriorKernels.PRIOR_TERMS, 17, 1, x, x, x, x, one));
            assertThrows(IllegalArgumentException.class,
                    () -> device.launch(DevicePriorKernels.AXPY, 0, 1, other.floats(1), x, one, x));
            x.close();
            assertThrows(IllegalArgumentException.class,
                    () -> device.launch(DevicePriorKernels.AXPY, 0, 1, x, x, one, x));
        }
    }

    @Test
    void memoryEndsAndComesBack() {
        try (SequentialDevice device = new SequentialDevice(400)) {
            DeviceFloats most = device.floats(90);
            TrainingFailed failed = assertThrows(TrainingFailed.class, () -> device.ints(11));
            assertTrue(failed.getMessage().contains("44 bytes"), failed.getMessage());
            most.close();
            assertEquals(400, device.freeBytes());
            device.ints(100);
        }
    }

    @Test
    void aLostDeviceFails() {
        try (SequentialDevice device = new SequentialDevice().failAfter(1)) {
            DeviceFloats x = device.floats(1);
            DeviceInts one = Filled.ints(device, 1);
            device.launch(DevicePriorKernels.AXPY, 0, 1, x, x, one, x);
            assertThrows(TrainingFailed.class, () -> device.launch(DevicePriorKernels.AXPY, 0, 1, x, x, one, x));
        }
    }
}
