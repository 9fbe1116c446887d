package dev.marquee.cf.testing;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceArray;
import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.device.DeviceSettings;
import dev.marquee.cf.device.choice.Devices;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.common.device.DeviceChoice;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.error.TrainingFailed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * This machine's OpenCL device, or which the system property {@value #CHOICE} asks for, opened once for all tests, as
 * its kernels take long to build. Closing it frees the arrays that were made through it, and nothing else.
 */
public final class LentDevice implements Device {
    public static final String CHOICE = "marquee.test.device";

    private static Device shared;

    private final Device device;
    private final long memory;
    private final List<DeviceArray> made = new ArrayList<>();
    private long taken;

    private LentDevice(Device device, long memory) {
        this.device = device;
        this.memory = memory;
    }

    /** Skips the test where there is no OpenCL device. */
    public static LentDevice ofThisMachine() {
        return withMemory(Long.MAX_VALUE);
    }

    /**
     * Skips the test where there is no OpenCL device.
     *
     * @param bytes what it says it has free
     */
    public static synchronized LentDevice withMemory(long bytes) {
        if (shared == null || !answers(shared)) {
            try {
                shared = new Devices(DeviceSettings.fromSystemProperties()).choose(choice()).open();
            } catch (InvalidRequest e) {
                Assumptions.abort("This test needs an OpenCL device, such as that of Debian's pocl-opencl-icd: "
                        + e.getMessage());
            }
        }
        return new LentDevice(shared, bytes);
    }

    /** Which device tests get. */
    public static DeviceChoice choice() {
        return DeviceChoice.parse(System.getProperty(CHOICE, DeviceChoice.OPENCL.word()));
    }

    /** One that failed in an earlier test is of no use any more. */
    private static boolean answers(Device device) {
        try {
            device.finish();
            return true;
        } catch (TrainingFailed e) {
            device.close();
            return false;
        }
    }

    @Override
    public DeviceInfo info() {
        return device.info();
    }

    @Override
    public DeviceFloats floats(int size) {
        DeviceFloats array = device.floats(size);
        made.add(array);
        taken += 4L * size;
        return array;
    }

    @Override
    public DeviceInts ints(int size) {
        DeviceInts array = device.ints(size);
        made.add(array);
        taken += 4L * size;
        return array;
    }

    @Override
    public long freeBytes() {
        return Math.min(device.freeBytes(), memory - taken);
    }

    /** Bytes of all arrays that were made. */
    public long takenBytes() {
        return taken;
    }

    @Override
    public void launch(Kernel kernel, int factors, int groups, DeviceArray... arguments) {
        device.launch(kernel, factors, groups, arguments);
    }

    @Override
    public void finish() {
        device.finish();
    }

    @Override
    public void close() {
        made.forEach(DeviceArray::close);
        made.clear();
    }
}
