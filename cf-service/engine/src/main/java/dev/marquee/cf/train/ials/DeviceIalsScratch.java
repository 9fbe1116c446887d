package dev.marquee.cf.train.ials;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.train.ondevice.DeviceWork;

/**
 * What the descent of a batch of rows needs besides the model; both sides use the same, one after the other.
 *
 * @param partial sums of segments, K numbers each
 * @param errors of segments, one number each
 * @param products K numbers a row, and so are residuals and directions
 * @param squares one number a row
 */
record DeviceIalsScratch(DeviceFloats partial, DeviceFloats errors, DeviceFloats products, DeviceFloats residuals,
        DeviceFloats directions, DeviceFloats squares) {

    static DeviceIalsScratch of(DeviceWork work, int segments, int rows) {
        int numbers = Math.multiplyExact(rows, work.padded);
        return new DeviceIalsScratch(work.device.floats(Math.multiplyExact(segments, work.padded)),
                work.device.floats(segments), work.device.floats(numbers), work.device.floats(numbers),
                work.device.floats(numbers), work.device.floats(rows));
    }

    /** Of a segment, where a batch has no more rows than segments. */
    static int floatsOfASegment(int padded) {
        return 4 * padded + 2;
    }
}
