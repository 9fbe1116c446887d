package dev.marquee.cf.train.prior;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.train.ondevice.DeviceColumnSums;
import dev.marquee.cf.train.ondevice.DeviceMatrix;
import dev.marquee.cf.train.ondevice.DeviceWork;

/**
 * The constant of {@link DevicePrior}: a column that every row with an entry has, at 1. It stands behind the columns.
 * Used from the thread that trains.
 */
final class DeviceConstant {
    private final DeviceWork work;
    private final DeviceFloats present;
    private final DeviceFloats weighted;
    private final DeviceColumnSums sums;
    private final DeviceInts constantRow;
    private final int column;

    /**
     * @param weighted w_u/√|N(u)| of each row
     * @param column where it stands
     */
    DeviceConstant(DeviceWork work, Csr rows, float[] weighted, int column) {
        this.work = work;
        this.column = column;
        this.present = work.floats(ImplicitPrior.present(rows));
        this.weighted = work.floats(weighted);
        this.sums = new DeviceColumnSums(work, RegressionTerms.roots(rows));
        this.constantRow = work.ints(rows.rows(), column);
    }

    /** x_u += the constant of the source, times w_u/√|N(u)| if the rows are weighted so. */
    void addTo(DeviceMatrix x, DeviceMatrix source, boolean asWeighted) {
        work.launchForEach(DevicePriorKernels.ADD_ROW, x.rows * work.padded, source.numbers,
                asWeighted ? weighted : present, x.numbers, constantRow);
    }

    /** target_c = Σ_u terms_u √|N(u)|. */
    void sum(DeviceMatrix terms, DeviceMatrix target) {
        double[] sum = sums.of(terms.numbers);
        float[] numbers = new float[sum.length];
        for (int f = 0; f < numbers.length; f++) {
            numbers[f] = (float) sum[f];
        }
        target.numbers.write(column * work.padded, numbers, 0, numbers.length);
    }
}
