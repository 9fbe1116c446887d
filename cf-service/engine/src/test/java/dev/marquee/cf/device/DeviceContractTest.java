package dev.marquee.cf.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.testing.Filled;
import dev.marquee.cf.train.prior.DevicePriorKernels;
import dev.marquee.common.error.TrainingFailed;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Device} keeps.
 */
public abstract class DeviceContractTest {
    /** More than what is copied at once, and no round number. */
    private static final int MANY = (1 << 20) + 12_345;
    private static final long MEGABYTES = 40L << 20;

    /** @param memory bytes that arrays may take together */
    protected abstract Device open(long memory);

    private Device open() {
        return open(MEGABYTES);
    }

    @Test
    protected void newArraysAreZero() {
        try (Device device = open()) {
            assertArrayEquals(new float[MANY], Filled.read(device.floats(MANY)));
            assertArrayEquals(new int[1001], Filled.read(device.ints(1001)));
            assertEquals(0, device.floats(0).size());
        }
    }

    @Test
    void memoryThatIsUsedAgainIsZeroToo() {
        try (Device device = open()) {
            for (int i = 0; i < 5; i++) {
                try (DeviceInts array = device.ints(5000)) {
                    int[] ones = new int[5000];
                    assertArrayEquals(ones, Filled.read(array), "time " + i);
                    java.util.Arrays.fill(ones, -1);
                    array.write(0, ones, 0, ones.length);
                }
            }
        }
    }

    @Test
    void copiesAtOddOffsets() {
        try (Device device = open()) {
            DeviceFloats floats = device.floats(MANY + 7);
            DeviceInts ints = device.ints(MANY + 7);
            float[] expectedFloats = new float[MANY + 7];
            int[] expectedInts = new int[MANY + 7];
            SplittableRandom random = new SplittableRandom(1);
            float[] moreFloats = new float[MANY + 3];
            int[] moreInts = new int[MANY + 3];
            for (int i = 0; i < MANY + 3; i++) {
                moreFloats[i] = (float) random.nextDouble();
                moreInts[i] = random.nextInt();
            }
            for (int[] copy : new int[][]{{0, 0, 1}, {3, 1, 17}, {5, 2, MANY}, {MANY + 6, 9, 1}, {11, 4, 0}}) {
                floats.write(copy[0], moreFloats, copy[1], copy[2]);
                ints.write(copy[0], moreInts, copy[1], copy[2]);
                System.arraycopy(moreFloats, copy[1], expectedFloats, copy[0], copy[2]);
                System.arraycopy(moreInts, copy[1], expectedInts, copy[0], copy[2]);
            }
            assertArrayEquals(expectedFloats, Filled.read(floats));
            assertArrayEquals(expectedInts, Filled.read(ints));
            float[] part = new float[MANY + 5];
            floats.read(6, part, 4, MANY + 1);
            float[] expectedPart = new float[MANY + 5];
            System.arraycopy(expectedFloats, 6, expectedPart, 4, MANY + 1);
            assertArrayEquals(expectedPart, part);
        }
    }

    @Test
    void copiesStayWithinBothArrays() {
        try (Device device = open()) {
            DeviceFloats floats = device.floats(10);
            DeviceInts ints = device.ints(10);
            Class<IndexOutOfBoundsException> refused = IndexOutOfBoundsException.class;
            assertThrows(refused, () -> floats.write(8, new float[10], 0, 3));
            assertThrows(refused, () -> floats.write(-1, new float[10], 0, 3));
            assertThrows(refused, () -> floats.write(0, new float[10], 9, 3));
            assertThrows(refused, () -> floats.read(0, new float[3], 1, 3));
            assertThrows(refused, () -> ints.read(10, new int[10], 0, 1));
            assertThrows(refused, () -> ints.write(0, new int[10], 0, -1));
            assertArrayEquals(new float[10], Filled.read(floats));
        }
    }

    @Test
    protected void kernelsRunInTheOrderOfTheCallsAndCopiesWaitForThem() {
        try (Device device = open()) {
            for (int size : new int[]{1, 255, 256, 257, 10_001}) {
                float[] numbers = new float[size];
                for (int i = 0; i < size; i++) {
                    numbers[i] = i % 100;
                }
                DeviceFloats x = Filled.floats(device, numbers);
                DeviceFloats y = device.floats(size);
                int groups = (size + 255) / 256;
                device.launch(DevicePriorKernels.AXPY, 0, groups, x, y, Filled.ints(device, size),
                        Filled.floats(device, 2));
                // Now x is changed, by what y became.
                device.launch(DevicePriorKernels.AXPY, 0, groups, y, x, Filled.ints(device, size),
                        Filled.floats(device, 3));
                for (int i = 0; i < size; i++) {
                    numbers[i] *= 7;
                }
                assertArrayEquals(numbers, Filled.read(x), "size " + size);
                device.finish();
            }
        }
    }

    @Test
    void anArrayMayTakeThePlaceOfOneThatWasClosed() {
        try (Device device = open()) {
            DeviceInts size = Filled.ints(device, 3);
            DeviceFloats y = device.floats(3);
            DeviceFloats factor = Filled.floats(device, 1);
            for (int i = 1; i <= 4; i++) {
                try (DeviceFloats x = Filled.floats(device, i, 10 * i, 100 * i)) {
                    device.launch(DevicePriorKernels.AXPY, 0, 1, x, y, size, factor);
                }
            }
            assertArrayEquals(new float[]{10, 100, 1000}, Filled.read(y));
        }
    }

    @Test
    void argumentsMustBeThoseOfTheKernel() {
        try (Device device = open(); Device other = open()) {
            DeviceFloats x = device.floats(1);
            DeviceInts one = Filled.ints(device, 1);
            DeviceFloats foreign = other.floats(1);
            Class<IllegalArgumentException> refused = IllegalArgumentException.class;
            assertThrows(refused, () -> device.launch(DevicePriorKernels.AXPY, 0, 1, x, x, one));
            assertThrows(refused, () -> device.launch(DevicePriorKernels.AXPY, 0, 1, x, x, x, x));
            assertThrows(refused, () -> device.launch(DevicePriorKernels.AXPY, 0, 1, one, x, one, x));
            assertThrows(refused, () -> device.launch(DevicePriorKernels.AXPY, 0, 0, x, x, one, x));
            assertThrows(refused, () -> device.launch(DevicePriorKernels.AXPY, 16, 1, x, x, one, x));
            assertThrows(refused, () -> device.launch(DevicePriorKernels.PRIOR_TERMS, 17, 1, x, x, x, x, one));
            assertThrows(refused, () -> device.launch(DevicePriorKernels.AXPY, 0, 1, foreign, x, one, x));
            DeviceFloats closed = device.floats(1);
            closed.close();
            assertThrows(refused, () -> device.launch(DevicePriorKernels.AXPY, 0, 1, closed, x, one, x));
            // What was refused did not harm it.
            device.launch(DevicePriorKernels.AXPY, 0, 1, x, x, one, x);
            device.finish();
        }
    }

    @Test
    void memoryEndsAndComesBack() {
        try (Device device = open(10_000)) {
            long atFirst = device.freeBytes();
            assertTrue(atFirst <= 10_000, "free: " + atFirst);
            DeviceFloats most = device.floats(1500);
            TrainingFailed failed = assertThrows(TrainingFailed.class, () -> device.ints(1001));
            assertTrue(failed.getMessage().contains(device.info().line()), failed.getMessage());
            assertTrue(failed.getMessage().contains("fewer factors"), failed.getMessage());
            assertTrue(device.freeBytes() <= atFirst - 6000, "free: " + device.freeBytes());
            most.close();
            most.close();
            assertEquals(atFirst, device.freeBytes());
            assertEquals(1001, device.ints(1001).size());
        }
    }

    @Test
    void nothingIsDoneOnAClosedDevice() {
        Device device = open();
        DeviceFloats x = device.floats(1);
        DeviceInts one = device.ints(1);
        device.close();
        device.close();
        assertThrows(IllegalStateException.class, () -> device.launch(DevicePriorKernels.AXPY, 0, 1, x, x, one, x));
        assertThrows(IllegalStateException.class, () -> device.floats(1));
        assertThrows(IllegalStateException.class, device::finish);
        x.close();
        one.close();
    }

    @Test
    void oneThreadMayGoOnWhereAnotherStopped() throws InterruptedException {
        try (Device device = open()) {
            DeviceFloats x = Filled.floats(device, 1, 2);
            DeviceFloats y = device.floats(2);
            Thread.ofPlatform().start(() -> device.launch(DevicePriorKernels.AXPY, 0, 1, x, y, Filled.ints(device, 2),
                    Filled.floats(device, 5))).join();
            assertArrayEquals(new float[]{5, 10}, Filled.read(y));
        }
    }
}
