package dev.marquee.cf.train.ondevice;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceInfo;

/**
 * How much of a device's memory is for what, once the model is there.
 *
 * @param shareBytes for each share of ratings, see {@link #of}
 * @param largestArrayBytes that the device gives at once
 * @param batchEntries ratings that a kernel works on at a time, at most
 * @param batchSegments segments whose sums are on the device at a time, at most
 */
public record DeviceRoom(long shareBytes, long largestArrayBytes, long batchEntries, long batchSegments) {
    /** The rest is for what the driver itself needs. */
    private static final double USABLE = 0.8;
    /** Tables of segments, penalties and the like, for each user and movie. */
    private static final long ROW_BYTES = 64;
    /** Of what is usable, for the sums of segments. */
    private static final double SCRATCH = 0.25;
    /** Multiplications that a processor should have to do before it is asked again; more delay a wish to stop. */
    private static final long STEPS_PER_UNIT = 1L << 22;
    private static final long LEAST_ENTRIES = 1 << 14;

    /**
     * @param rows users and movies
     * @param reservedBytes that will be taken for something else
     * @param shares how many equal parts of the memory for ratings will be taken
     * @param segmentFloats of the sums of one segment
     */
    public static DeviceRoom of(Device device, int padded, int rows, long reservedBytes, int shares,
            int segmentFloats) {
        DeviceInfo info = device.info();
        long largest = Math.min(info.largestArrayBytes(), (long) Integer.MAX_VALUE * Float.BYTES);
        double usable = Math.max(0, USABLE * (device.freeBytes() - reservedBytes - ROW_BYTES * rows));
        long scratch = (long) Math.min(SCRATCH * usable, (double) largest);
        return new DeviceRoom((long) ((usable - scratch) / shares), largest,
                Math.max(LEAST_ENTRIES, info.computeUnits() * STEPS_PER_UNIT / padded),
                Math.max(1, scratch / Float.BYTES / segmentFloats));
    }

    /**
     * How many entries of several arrays a slice may have.
     *
     * @param bytes of one entry, all arrays together
     */
    public long sliceEntries(int bytes) {
        return Math.max(1, Math.min(shareBytes / bytes, largestArrayBytes / Float.BYTES));
    }
}
