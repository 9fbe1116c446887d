package dev.marquee.cf.train.gpu;

/**
 * One work-group of a launch.
 *
 * @param factors K
 * @param groupSize work-items of the group
 * @param group its number
 */
record TwinCall(int factors, int groupSize, int group, DeviceArray[] arguments) {

    float[] floats(int argument) {
        return ((HeapFloats) arguments[argument]).values();
    }

    int[] ints(int argument) {
        return ((HeapInts) arguments[argument]).values();
    }

    /** The first work-item, of the whole launch. */
    int firstItem() {
        return group * groupSize;
    }

    /** The work-item after the last, of the whole launch, where items beyond a count do nothing. */
    int endItem(int count) {
        return Math.min(count, (group + 1) * groupSize);
    }
}
