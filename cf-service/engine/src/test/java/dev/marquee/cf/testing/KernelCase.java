package dev.marquee.cf.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceArray;
import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.index.DeviceSearchKernels;
import dev.marquee.cf.train.als.DeviceAlsKernels;
import java.util.ArrayList;
import java.util.List;

/**
 * One call of a kernel with its numbers, to be run on devices and compared.
 *
 * @param factors K; 0 for a kernel that does not depend on it
 * @param groups work-groups
 * @param tolerance of a result, as a share of 1 + the largest number of its array
 * @param arguments float[] or int[] each
 */
public record KernelCase(Kernel kernel, int factors, int groups, double tolerance, List<Object> arguments) {

    /** The arrays as they are after the kernel has run. The case's own stay as they are. */
    public List<Object> run(Device device) {
        List<DeviceArray> arrays = new ArrayList<>();
        for (Object argument : arguments) {
            arrays.add(switch (argument) {
                case float[] floats -> Filled.floats(device, floats);
                case int[] ints -> Filled.ints(device, ints);
                default -> throw new IllegalArgumentException(argument.getClass().getName());
            });
        }
        device.launch(kernel, factors, groups, arrays.toArray(DeviceArray[]::new));
        List<Object> results = new ArrayList<>();
        for (DeviceArray array : arrays) {
            results.add(switch (array) {
                case DeviceFloats floats -> Filled.read(floats);
                case DeviceInts ints -> Filled.read(ints);
            });
            array.close();
        }
        return results;
    }

    /**
     * Fails where a device's results are not the expected ones. Arrays that a kernel may leave in any state are not
     * looked at.
     */
    public void compare(List<Object> expected, List<Object> actual) {
        for (int i = 0; i < expected.size(); i++) {
            String what = kernel.name(factors) + ", " + kernel.arguments().get(i).name();
            if (kernel == DeviceSearchKernels.SELECT_TOP && i == 0) {
                continue;
            }
            switch (expected.get(i)) {
                case float[] floats -> compare(what, floats, (float[]) actual.get(i));
                case int[] ints -> assertArrayEquals(ints, (int[]) actual.get(i), what);
                default -> fail(what);
            }
        }
    }

    private void compare(String what, float[] expected, float[] actual) {
        assertEquals(expected.length, actual.length, what);
        double scale = 1;
        for (float value : expected) {
            scale = Float.isFinite(value) ? Math.max(scale, 1 + Math.abs(value)) : scale;
        }
        for (int i = 0; i < expected.length; i++) {
            if (!unused(what, i)) {
                assertEquals(expected[i], actual[i], tolerance * scale, what + "[" + i + "]");
            }
        }
    }

    /** Whether a number is one of the seven that end a segment's normal equations. */
    private boolean unused(String what, int index) {
        int size = factors == 0 ? 1 : DeviceAlsKernels.partialSize(factors);
        return kernel == DeviceAlsKernels.NORMAL && what.endsWith("partial") && index % size >= size - 7;
    }
}
