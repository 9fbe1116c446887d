package dev.marquee.cf.train.sgd;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.ondevice.DeviceJudge;
import dev.marquee.cf.train.ondevice.DeviceModel;
import dev.marquee.cf.train.ondevice.DeviceRoom;
import dev.marquee.cf.train.ondevice.DeviceWork;
import dev.marquee.cf.train.prior.DevicePriors;
import dev.marquee.cf.train.support.RunningState;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one training by stochastic gradient descent on a device, and its epochs. Used from the thread that
 * trains.
 */
final class DeviceSgd {
    /** Ratings that a round may have, times K: what a work-group of the kernel works on side by side. */
    private static final int ROUND_NUMBERS = 1024;
    /** Work-groups for each processor, so that none waits for one that has more to do. */
    private static final int GROUPS_PER_UNIT = 2;
    /** Smaller blocks have little that can be done side by side. */
    private static final int LEAST_IN_BLOCK = 256;
    /** Larger ones delay a wish to stop. */
    private static final int MOST_IN_BLOCK = 1 << 15;
    /** How often an epoch brings rates and norms up to date; the CPU's kernels do so about as often. */
    private static final int REFRESHES = 16;

    private final DeviceWork work;
    private final DeviceModel model;
    private final DeviceSgdRows users;
    private final DeviceSgdRows movies;
    private final DeviceSgdSteps steps;
    private final DevicePriors priors;
    private final DeviceJudge judge;
    private final DeviceFloats errors;
    private final DeviceFloats rate;
    private final DeviceFloats numbers;
    private final int groups;
    private final int size;

    /** @param validation may be empty or {@code null} */
    DeviceSgd(DeviceWork work, RatingMatrix train, @Nullable HeldOut validation, SgdOptions options) {
        this.work = work;
        size = train.size();
        groups = groups(train, work.device.info());
        SgdRounds order = new SgdRounds(train, groups, ROUND_NUMBERS / work.padded,
                new SplittableRandom(options.seed()), work::checkCancelled);
        model = new DeviceModel(work, train, options.factors());
        model.start(options.seed());
        users = new DeviceSgdRows(work, train.byUser(), options, model.users, model.userBiases);
        movies = new DeviceSgdRows(work, train.byMovie(), options, model.movies, model.movieBiases);
        double implicit = options.implicitRegularization();
        DeviceRoom room = DeviceRoom.of(work.device, work.padded, model.rows(),
                DevicePriors.bytes(train, work.padded, implicit),
                2 + (implicit > 0 ? 2 : 0) + (DeviceJudge.absent(validation) ? 0 : 1), work.padded);
        steps = new DeviceSgdSteps(work, order, room, implicit > 0);
        judge = DeviceJudge.of(work, train, validation, model, room);
        priors = DevicePriors.of(work, train, options.factors(), options.penalty(), implicit, room);
        judge.use(work.device.floats(Math.max(1, judge.mostSegments())));
        errors = work.device.floats(groups * groups);
        rate = work.floats((float) options.learningRate());
        numbers = work.floats(model.mean, 1f / options.factors());
    }

    /** As many as the device can make use of, if there are ratings enough for them. */
    static int groups(RatingMatrix train, DeviceInfo device) {
        double wanted = Math.max(GROUPS_PER_UNIT * device.computeUnits(),
                Math.sqrt(Math.floorDiv(train.size(), MOST_IN_BLOCK)));
        double most = Math.min(Math.sqrt((double) train.size() / LEAST_IN_BLOCK),
                Math.min(train.users().size(), train.movies().size()));
        return (int) Math.max(1, Math.min(wanted, most));
    }

    /** All that the next epoch needs. */
    RunningState state() {
        return priors.addTo(movies.addTo(users.addTo(new RunningState(), "user"), "movie"));
    }

    /** After the state was restored. */
    void restoreMeans() {
        priors.restoreMeans();
    }

    /** @return the root of the mean squared error, as met */
    double epoch() {
        float[] sums = new float[errors.size()];
        errors.write(0, sums, 0, sums.length);
        int refreshEvery = Math.max(1, groups / REFRESHES);
        steps.forEach((step, sizes) -> {
            if (step % refreshEvery == 0) {
                users.refresh(rate);
                movies.refresh(rate);
            }
            work.launch(DeviceSgdKernels.STEP, (long) size / groups * work.padded, groups, users.factors.numbers,
                    movies.factors.numbers, users.state, movies.state, priors.userMeans(errors),
                    priors.movieMeans(errors), steps.user, steps.movie, steps.rating, steps.rounds, steps.blocks,
                    errors, sizes, numbers);
        });
        errors.read(0, sums, 0, sums.length);
        priors.fitUsers(model.users);
        priors.fitMovies(model.movies);
        double squares = 0;
        for (float sum : sums) {
            squares += sum;
        }
        return Math.sqrt(squares / size);
    }

    double validationRmse() {
        showBiases();
        return judge.rmse();
    }

    private void showBiases() {
        users.showBiases();
        movies.showBiases();
    }

    /** A copy. */
    FactorModel model() {
        showBiases();
        return priors.addTo(model.toModel());
    }
}
