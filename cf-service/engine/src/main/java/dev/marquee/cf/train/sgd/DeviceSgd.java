package dev.marquee.cf.train.sgd;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.ondevice.DeviceJudge;
import dev.marquee.cf.train.ondevice.DeviceModel;
import dev.marquee.cf.train.ondevice.DeviceRoom;
import dev.marquee.cf.train.ondevice.DeviceWork;
import dev.marquee.cf.train.prior.DevicePriors;
import dev.marquee.cf.train.support.RunningState;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one training by stochastic gradient descent on a device, and its epochs. Used from the thread that
 * trains.
 */
final class DeviceSgd {
    private final DeviceWork work;
    private final DeviceModel model;
    private final DeviceSgdTable table;
    private final DeviceSgdRounds rounds;
    private final DevicePriors priors;
    private final DeviceJudge judge;
    private final DeviceFloats errors;
    private final DeviceFloats numbers;
    private final int size;

    /** @param validation may be empty or {@code null} */
    DeviceSgd(DeviceWork work, RatingMatrix train, @Nullable HeldOut validation, SgdOptions options) {
        this.work = work;
        size = train.size();
        double implicit = options.implicitRegularization();
        boolean drawn = implicit > 0;
        model = new DeviceModel(work, train, options.factors());
        model.start(options.seed());
        table = new DeviceSgdTable(work, train, options, model, drawn);
        DeviceRoom room = DeviceRoom.of(work.device, work.padded, model.rows(),
                DevicePriors.bytes(train, work.padded, implicit),
                DeviceSgdRounds.SHARES + (drawn ? 2 : 0) + (DeviceJudge.absent(validation) ? 0 : 1), work.padded);
        rounds = new DeviceSgdRounds(work, train, options.seed(), room, drawn);
        judge = DeviceJudge.of(work, train, validation, model, room);
        priors = DevicePriors.of(work, train, options.factors(), options.penalty(), implicit, room);
        judge.use(work.device.floats(Math.max(1, judge.mostSegments())));
        errors = work.device.floats(rounds.mostGroups);
        numbers = work.floats(model.mean, 1f / options.factors(), (float) options.learningRate());
    }

    /** All that the next epoch needs. */
    RunningState state() {
        return priors.addTo(table.addTo(new RunningState()));
    }

    /** Before the first epoch, after the state was restored where it was. */
    void begin() {
        priors.restoreMeans();
        table.takeFactors();
        table.takeMeans(priors);
    }

    /** @return the root of the mean squared error, as met */
    double epoch() {
        float[] sums = new float[errors.size()];
        errors.write(0, sums, 0, sums.length);
        rounds.forEach((entries, groups, sizes) -> work.launch(DeviceSgdKernels.STEP, (long) entries * work.padded,
                groups, table.rows, table.state, table.means, rounds.index, rounds.rating, rounds.slots, errors, sizes,
                numbers));
        table.settle(rounds.oddRows());
        errors.read(0, sums, 0, sums.length);
        priors.fitUsers(model.users);
        priors.fitMovies(model.movies);
        table.takeMeans(priors);
        double squares = 0;
        for (float sum : sums) {
            squares += sum;
        }
        return Math.sqrt(squares / size);
    }

    double validationRmse() {
        return judge.rmse();
    }

    /** A copy. */
    FactorModel model() {
        return priors.addTo(model.toModel());
    }
}
