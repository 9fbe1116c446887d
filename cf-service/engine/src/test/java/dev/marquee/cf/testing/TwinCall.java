package dev.marquee.cf.testing;

import dev.marquee.cf.device.DeviceArray;

/**
 * One work-group of a launch.
 *
 * @param factors K
 * @param groupSize work-items of the group
 * @param group its number
 */
public record TwinCall(int factors, int groupSize, int group, DeviceArray[] arguments) {

    public float[] floats(int argument) {
        return ((HeapFloats) arguments[argument]).values();
    }

    public int[] ints(int argument) {
        return ((HeapInts) arguments[argument]).values();
    }

    /** The first work-item, of the whole launch. */
    public int firstItem() {
        return group * groupSize;
    }

    /** The work-item after the last, of the whole launch, where items beyond a count do nothing. */
    public int endItem(int count) {
        return Math.min(count, (group + 1) * groupSize);
    }
}
