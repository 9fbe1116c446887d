package dev.marquee.cf.train.ondevice;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;

/**
 * Sums of a matrix's columns, each row times a weight of its own. Used from the thread that trains.
 */
public final class DeviceColumnSums implements AutoCloseable {
    private final DeviceWork work;
    private final DeviceFloats weights;
    private final DeviceFloats partial;
    private final DeviceInts sizes;
    private final int rows;
    private final int groups;

    /** @param weights one for each row */
    public DeviceColumnSums(DeviceWork work, float[] weights) {
        this.work = work;
        this.rows = weights.length;
        this.weights = work.floats(weights);
        this.groups = DeviceWork.groups(rows, DeviceKernels.ROWS_AT_ONCE);
        this.partial = work.device.floats(Math.max(1, groups) * work.padded);
        this.sizes = work.ints(rows);
    }

    /**
     * Σ_r weight_r · x_r, in an order that depends on nothing but the number of rows.
     *
     * @param x as many rows as there are weights, at least
     * @return padded factors
     */
    public double[] of(DeviceFloats x) {
        double[] sums = new double[work.padded];
        if (groups > 0) {
            work.launch(DeviceKernels.WEIGHTED_SUMS, (long) rows * work.padded, groups, x, weights, partial, sizes);
            float[] parts = new float[partial.size()];
            partial.read(0, parts, 0, parts.length);
            for (int i = 0; i < parts.length; i++) {
                sums[i % work.padded] += parts[i];
            }
        }
        return sums;
    }

    @Override
    public void close() {
        weights.close();
        partial.close();
        sizes.close();
    }
}
