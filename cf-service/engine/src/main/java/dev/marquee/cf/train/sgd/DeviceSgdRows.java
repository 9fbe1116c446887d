package dev.marquee.cf.train.sgd;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.train.ondevice.DeviceMatrix;
import dev.marquee.cf.train.ondevice.DeviceWork;
import dev.marquee.cf.train.support.RunningState;

/**
 * The state of one side during SGD on a device: eight numbers a row, at the places of {@link SgdRows}. Used from the
 * thread that trains.
 */
final class DeviceSgdRows {
    final DeviceMatrix factors;
    final DeviceFloats state;
    private final DeviceWork work;
    private final DeviceFloats biases;
    private final DeviceInts sizes;

    /**
     * @param factors of this side
     * @param biases of this side; see {@link #showBiases}
     */
    DeviceSgdRows(DeviceWork work, Csr ratings, SgdOptions options, DeviceMatrix factors, DeviceFloats biases) {
        this.work = work;
        this.factors = factors;
        this.biases = biases;
        this.sizes = work.ints(factors.rows);
        float[] start = new float[Math.multiplyExact(factors.rows, DeviceSgdKernels.STATE)];
        for (int row = 0; row < factors.rows; row++) {
            SgdRows.startState(start, row * DeviceSgdKernels.STATE, options, ratings.length(row));
        }
        this.state = work.floats(start);
    }

    /** Brings the rates and norms of all rows up to date. */
    void refresh(DeviceFloats rate) {
        work.launchForEach(DeviceSgdKernels.REFRESH, factors.rows, factors.numbers, state, sizes, rate);
    }

    private float[] state() {
        float[] numbers = new float[state.size()];
        state.read(0, numbers, 0, numbers.length);
        return numbers;
    }

    /** By row. */
    private float[] read(int place) {
        float[] all = state();
        float[] numbers = new float[factors.rows];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = all[row * DeviceSgdKernels.STATE + place];
        }
        return numbers;
    }

    private void write(int place, float[] numbers) {
        float[] all = state();
        for (int row = 0; row < numbers.length; row++) {
            all[row * DeviceSgdKernels.STATE + place] = numbers[row];
        }
        state.write(0, all, 0, all.length);
    }

    /** Puts the biases where the model has them. */
    void showBiases() {
        biases.write(0, read(SgdRows.BIAS), 0, factors.rows);
    }

    /** See {@link SgdRows#addTo}. */
    RunningState addTo(RunningState running, String side) {
        return running.floats(side + "Biases", () -> read(SgdRows.BIAS), numbers -> write(SgdRows.BIAS, numbers))
                .floats(side + "Factors", factors::read, factors::write)
                .floats(side + "Slowness", () -> read(SgdRows.SLOWNESS),
                        numbers -> write(SgdRows.SLOWNESS, numbers))
                .floats(side + "BiasSlowness", () -> read(SgdRows.BIAS_SLOWNESS),
                        numbers -> write(SgdRows.BIAS_SLOWNESS, numbers));
    }
}
