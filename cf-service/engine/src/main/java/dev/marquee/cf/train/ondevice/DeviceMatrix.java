package dev.marquee.cf.train.ondevice;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.PaddedRows;
import dev.marquee.common.error.TrainingFailed;

/**
 * Rows of k numbers on a device, each followed by zeros up to the number that the kernels are compiled for, and one row
 * after the last, which stands for whoever is not known. At first all zeros. Used from the thread that trains.
 */
public final class DeviceMatrix {
    public final DeviceFloats numbers;
    public final int rows;
    private final int factors;
    private final DeviceWork work;

    public DeviceMatrix(DeviceWork work, int rows, int factors) {
        this.work = work;
        this.rows = rows;
        this.factors = factors;
        long size = (rows + 1L) * work.padded;
        if (size > Integer.MAX_VALUE) {
            throw new TrainingFailed(rows + " rows of " + work.padded + " factors are more than a device's kernels can"
                    + " count (2^31 numbers). Train fewer factors, or with device=cpu.");
        }
        this.numbers = work.device.floats((int) size);
    }

    /** @param compact rows × k, row-major */
    public void write(float[] compact) {
        rows().write(compact, numbers, work::checkCancelled);
    }

    /** @return rows × k, row-major */
    public float[] read() {
        return rows().read(numbers, work::checkCancelled);
    }

    private PaddedRows rows() {
        return new PaddedRows(rows, factors, work.padded);
    }
}
