package dev.marquee.cf.testing;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;

/** Device arrays with given numbers in them. */
public final class Filled {

    private Filled() {}

    public static DeviceFloats floats(Device device, float... values) {
        DeviceFloats array = device.floats(values.length);
        array.write(0, values, 0, values.length);
        return array;
    }

    public static DeviceInts ints(Device device, int... values) {
        DeviceInts array = device.ints(values.length);
        array.write(0, values, 0, values.length);
        return array;
    }

    /** All numbers of an array. */
    public static float[] read(DeviceFloats array) {
        float[] values = new float[array.size()];
        array.read(0, values, 0, values.length);
        return values;
    }

    /** All numbers of an array. */
    public static int[] read(DeviceInts array) {
        int[] values = new int[array.size()];
        array.read(0, values, 0, values.length);
        return values;
    }
}
