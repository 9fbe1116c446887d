package dev.marquee.cf.train.sgd;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.train.ondevice.DeviceMatrix;
import dev.marquee.cf.train.ondevice.DeviceModel;
import dev.marquee.cf.train.ondevice.DeviceWork;
import dev.marquee.cf.train.prior.DevicePriors;
import dev.marquee.cf.train.support.RunningState;
import dev.marquee.common.error.TrainingFailed;

/**
 * Users and movies during SGD on a device, as {@link DeviceSgdKernels} has them. Between two epochs the model has the
 * same numbers. Used from the thread that trains.
 */
final class DeviceSgdTable {
    private static final int STATE = DeviceSgdKernels.STATE;

    final DeviceFloats rows;
    final DeviceFloats state;
    /** One number if rows are drawn to nothing. */
    final DeviceFloats means;
    /** Users and movies. */
    final int count;
    private final DeviceWork work;
    private final DeviceModel model;
    private final int users;
    private final DeviceInts odd;
    private final DeviceInts userRows;
    private final DeviceInts movieRows;
    private final DeviceInts userNumbers;
    private final DeviceInts movieNumbers;

    /** @param drawn whether rows are drawn to something */
    DeviceSgdTable(DeviceWork work, RatingMatrix train, SgdOptions options, DeviceModel model, boolean drawn) {
        this.work = work;
        this.model = model;
        users = model.users.rows;
        count = model.rows();
        rows = work.device.floats(numbers(2L * count * work.padded));
        means = work.device.floats(drawn ? numbers((long) count * work.padded) : 1);
        state = work.floats(startState(train, options));
        odd = work.device.ints(count);
        userRows = work.ints(0, users, count);
        movieRows = work.ints(users, model.movies.rows, count);
        userNumbers = work.ints(users * work.padded, 0);
        movieNumbers = work.ints(model.movies.rows * work.padded, users * work.padded);
    }

    /** What it will take of a device's memory. */
    static long bytes(RatingMatrix train, int padded, boolean drawn) {
        long rows = train.users().size() + (long) train.movies().size();
        return rows * Float.BYTES * ((drawn ? 3L : 2L) * padded + 2 * STATE + 1);
    }

    private static int numbers(long size) {
        if (size > Integer.MAX_VALUE) {
            throw new TrainingFailed(size + " numbers are more than a device's kernels can count (2^31). Train fewer"
                    + " factors, or with device=cpu.");
        }
        return (int) size;
    }

    private float[] startState(RatingMatrix train, SgdOptions options) {
        float[] start = new float[numbers(2L * count * STATE)];
        for (int row = 0; row < count; row++) {
            Csr side = row < users ? train.byUser() : train.byMovie();
            SgdRows.startState(start, row * STATE, options, side.length(row < users ? row : row - users));
        }
        System.arraycopy(start, 0, start, count * STATE, count * STATE);
        return start;
    }

    /** Takes the model's factors, which were set. */
    void takeFactors() {
        copy(model.users.numbers, model.movies.numbers, rows);
    }

    /** Takes what rows are drawn to, if they are. */
    void takeMeans(DevicePriors priors) {
        if (priors.present()) {
            copy(priors.userMeans(means), priors.movieMeans(means), means);
        }
    }

    private void copy(DeviceFloats ofUsers, DeviceFloats ofMovies, DeviceFloats target) {
        work.launchForEach(DeviceSgdKernels.COPY, users * work.padded, ofUsers, target, userNumbers);
        work.launchForEach(DeviceSgdKernels.COPY, model.movies.rows * work.padded, ofMovies, target, movieNumbers);
    }

    /**
     * Ends an epoch: all rows stand at their first places, and the model has their factors and biases.
     *
     * @param oddRows see {@link SgdSlots#oddRows}
     */
    void settle(int[] oddRows) {
        odd.write(0, oddRows, 0, oddRows.length);
        settle(model.users, model.userBiases, userRows);
        settle(model.movies, model.movieBiases, movieRows);
    }

    private void settle(DeviceMatrix side, DeviceFloats biases, DeviceInts sizes) {
        work.launchForEach(DeviceSgdKernels.SETTLE, side.rows * work.padded, rows, state, odd, side.numbers, biases,
                sizes);
    }

    private float[] read(int place, int from, int to) {
        float[] all = new float[count * STATE];
        state.read(0, all, 0, all.length);
        float[] numbers = new float[to - from];
        for (int row = from; row < to; row++) {
            numbers[row - from] = all[row * STATE + place];
        }
        return numbers;
    }

    private void write(int place, int from, float[] numbers) {
        float[] all = new float[count * STATE];
        state.read(0, all, 0, all.length);
        for (int row = 0; row < numbers.length; row++) {
            all[(from + row) * STATE + place] = numbers[row];
        }
        state.write(0, all, 0, all.length);
    }

    /** See {@link SgdRows#addTo}; after it was restored, {@link #takeFactors}. */
    RunningState addTo(RunningState running) {
        addSide(running, "user", model.users, 0, users);
        return addSide(running, "movie", model.movies, users, count);
    }

    private RunningState addSide(RunningState running, String name, DeviceMatrix side, int from, int to) {
        return running
                .floats(name + "Biases", () -> read(SgdRows.BIAS, from, to),
                        numbers -> write(SgdRows.BIAS, from, numbers))
                .floats(name + "Factors", side::read, side::write)
                .floats(name + "Slowness", () -> read(SgdRows.SLOWNESS, from, to),
                        numbers -> write(SgdRows.SLOWNESS, from, numbers))
                .floats(name + "BiasSlowness", () -> read(SgdRows.BIAS_SLOWNESS, from, to),
                        numbers -> write(SgdRows.BIAS_SLOWNESS, from, numbers));
    }
}
