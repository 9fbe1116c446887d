package dev.marquee.cf.train;

import dev.marquee.cf.train.gpu.DeviceFloats;
import dev.marquee.common.error.TrainingFailed;

/**
 * Rows of k numbers on a device, each followed by zeros up to the number that the kernels are compiled for, and one row of
 * zeros after the last, which stands for whoever is not known. At first all zeros. Used from the thread that trains.
 */
final class DeviceMatrix {
    private static final int ROWS_AT_ONCE = 4096;

    final DeviceFloats numbers;
    final int rows;
    private final int factors;
    private final DeviceWork work;

    DeviceMatrix(DeviceWork work, int rows, int factors) {
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

    /** All numbers, padding and the last row included. */
    int size() {
        return (rows + 1) * work.padded;
    }

    /** @param compact rows × k, row-major */
    void write(float[] compact) {
        float[] buffer = new float[Math.min(ROWS_AT_ONCE, rows) * work.padded];
        for (int from = 0; from < rows; from += ROWS_AT_ONCE) {
            int count = Math.min(ROWS_AT_ONCE, rows - from);
            for (int row = 0; row < count; row++) {
                System.arraycopy(compact, (from + row) * factors, buffer, row * work.padded, factors);
            }
            numbers.write(from * work.padded, buffer, 0, count * work.padded);
            work.checkCancelled();
        }
    }

    /** @return rows × k, row-major */
    float[] read() {
        float[] compact = new float[Math.multiplyExact(rows, factors)];
        float[] buffer = new float[Math.min(ROWS_AT_ONCE, rows) * work.padded];
        for (int from = 0; from < rows; from += ROWS_AT_ONCE) {
            int count = Math.min(ROWS_AT_ONCE, rows - from);
            numbers.read(from * work.padded, buffer, 0, count * work.padded);
            for (int row = 0; row < count; row++) {
                System.arraycopy(buffer, row * work.padded, compact, (from + row) * factors, factors);
            }
            work.checkCancelled();
        }
        return compact;
    }
}
