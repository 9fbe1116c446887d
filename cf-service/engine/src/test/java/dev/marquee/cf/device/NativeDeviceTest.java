package dev.marquee.cf.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.marquee.cf.device.kernel.KernelProgram;
import dev.marquee.cf.testing.OpenClDevices;
import dev.marquee.cf.train.prior.DevicePriorKernels;
import dev.marquee.common.error.TrainingFailed;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The books that are kept of a device's memory, and what becomes of a driver's errors. */
class NativeDeviceTest {
    private static final DeviceInfo INFO = new DeviceInfo(DeviceInfo.Api.OPENCL, "Card", "1.0", true, 1000, 300, 1);

    /** Notes what it is called for. */
    private static final class Notes implements DriverSession {
        private final List<String> calls = new ArrayList<>();
        private boolean lost;

        private void note(String call) {
            calls.add(call);
            if (lost) {
                throw new DriverFailed("call", "LOST");
            }
        }

        @Override
        public long allocate(long bytes) {
            note("allocate " + bytes);
            return calls.size();
        }

        @Override
        public void free(long memory) {
            note("free " + memory);
        }

        @Override
        public void write(long memory, long at, MemorySegment source) {
            note("write " + at + " " + source.byteSize());
        }

        @Override
        public void read(long memory, long at, MemorySegment target) {
            note("read " + at + " " + target.byteSize());
        }

        @Override
        public long load(KernelProgram program) {
            note("load " + program.entry());
            return 7;
        }

        @Override
        public void launch(long kernel, int groups, int groupSize, long[] memory) {
            note("launch " + kernel + " " + groups + " " + groupSize);
        }

        @Override
        public void finish() {
            note("finish");
        }

        @Override
        public long freeBytes(long used) {
            return INFO.memoryBytes() - used;
        }

        @Override
        public void close() {
            calls.add("close");
        }
    }

    private final Notes notes = new Notes();

    private NativeDevice device(long limit) {
        return new NativeDevice(INFO, limit, OpenClDevices.program("text"), () -> notes);
    }

    @Test
    void headersCountAndAreStoodBefore() {
        NativeDevice device = device(0);
        DeviceFloats array = device.floats(10);
        assertEquals(1000 - 56, device.freeBytes());
        array.write(3, new float[5], 1, 4);
        array.read(0, new float[5], 1, 4);
        assertEquals(List.of("allocate 56", "write 28 16", "read 16 16"), notes.calls);
    }

    @Test
    void whatCannotBeHadIsRefusedWithoutHarm() {
        NativeDevice device = device(200);
        TrainingFailed failed = assertThrows(TrainingFailed.class, () -> device.floats(72));
        assertEquals("Card (OpenCL, 1.0): an array of 304 bytes is more than the 300 that it gives at once."
                + " Train with fewer factors, or with device=cpu.", failed.getMessage());
        device.ints(21);
        failed = assertThrows(TrainingFailed.class, () -> device.ints(22));
        assertEquals("Card (OpenCL, 1.0): out of memory: an array of 104 bytes, where 100 are free."
                + " Train with fewer factors, or with device=cpu.", failed.getMessage());
        device.ints(21);
        assertEquals(0, device.freeBytes());
    }

    @Test
    void aKernelIsCompiledOnce() {
        NativeDevice device = device(0);
        DeviceFloats x = device.floats(1);
        DeviceInts one = device.ints(1);
        notes.calls.clear();
        for (int i = 0; i < 2; i++) {
            device.launch(DevicePriorKernels.PRIOR_TERMS, 32, 3, x, x, x, x, one);
        }
        device.launch(DevicePriorKernels.PRIOR_TERMS, 16, 3, x, x, x, x, one);
        assertEquals(
                List.of("load priorTerms", "launch 7 3 256", "launch 7 3 256", "load priorTerms", "launch 7 3 256"),
                notes.calls);
    }

    @Test
    void aLostDeviceIsNotAskedAgain() {
        NativeDevice device = device(0);
        DeviceFloats x = device.floats(1);
        notes.lost = true;
        TrainingFailed failed = assertThrows(TrainingFailed.class, device::finish);
        assertEquals("Card (OpenCL, 1.0): waiting for its kernels failed (call: LOST)."
                + " Train again, which opens it anew, or with device=cpu.", failed.getMessage());
        notes.calls.clear();
        assertThrows(TrainingFailed.class, device::finish);
        assertThrows(TrainingFailed.class, () -> x.read(0, new float[1], 0, 1));
        x.close();
        device.close();
        device.close();
        assertEquals(List.of("close"), notes.calls);
    }
}
