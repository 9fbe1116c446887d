package dev.marquee.cf.train.als;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.ondevice.DeviceJudge;
import dev.marquee.cf.train.ondevice.DeviceModel;
import dev.marquee.cf.train.ondevice.DeviceRatings;
import dev.marquee.cf.train.ondevice.DeviceRoom;
import dev.marquee.cf.train.ondevice.DeviceWork;
import dev.marquee.cf.train.prior.DevicePriors;
import dev.marquee.cf.train.support.RunningState;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one training by alternating least squares on a device, and its iterations. Used from the thread that
 * trains.
 */
final class DeviceAls {
    private final DeviceModel model;
    private final DeviceRatings byMovie;
    private final DeviceJudge judge;
    private final DevicePriors priors;
    private final DeviceAlsSide users;
    private final DeviceAlsSide movies;
    private final DeviceFloats scratch;

    /** @param validation may be empty or {@code null} */
    DeviceAls(DeviceWork work, RatingMatrix train, @Nullable HeldOut validation, AlsOptions options) {
        int normal = DeviceAlsKernels.partialSize(work.padded);
        model = new DeviceModel(work, train, options.factors());
        model.start(options.seed());
        DeviceRoom room = DeviceRoom.of(work.device, work.padded, model.rows(),
                DevicePriors.bytes(train, work.padded, options.implicitRegularization()),
                DeviceJudge.absent(validation) ? 2 : 3, normal);
        DeviceRatings byUser = new DeviceRatings(work, train.byUser(), room);
        byMovie = new DeviceRatings(work, train.byMovie(), room);
        judge = DeviceJudge.of(work, train, validation, model, room);
        int segments = Math.max(byUser.mostSegments, byMovie.mostSegments);
        scratch = work.device.floats(Math.max(Math.multiplyExact(segments, normal), judge.mostSegments()));
        judge.use(scratch);
        priors = new DevicePriors(work, byUser, byMovie, options.factors(), options.penalty(),
                options.implicitRegularization(), scratch);
        DeviceFloats mean = work.floats(model.mean);
        DeviceInts failed = work.device.ints(1);
        DeviceAlsSide.Rows userRows = new DeviceAlsSide.Rows(model.users.numbers, model.userBiases);
        DeviceAlsSide.Rows movieRows = new DeviceAlsSide.Rows(model.movies.numbers, model.movieBiases);
        users = new DeviceAlsSide(work, byUser, userRows, movieRows, mean, options.penalty(), priors.present(),
                scratch, failed);
        movies = new DeviceAlsSide(work, byMovie, movieRows, userRows, mean, options.penalty(), priors.present(),
                scratch, failed);
    }

    /** All that the next iteration needs. */
    RunningState state() {
        return priors.addTo(model.state());
    }

    /** After the state was restored. */
    void restoreMeans() {
        priors.restoreMeans();
    }

    /** @return whether all rows have a solution; otherwise the numbers are of no use */
    boolean iterate() {
        if (!users.solve(priors.userMeans(scratch))) {
            return false;
        }
        priors.fitUsers(model.users);
        if (!movies.solve(priors.movieMeans(scratch))) {
            return false;
        }
        priors.fitMovies(model.movies);
        return true;
    }

    double trainRmse() {
        return Math.sqrt(model.squaredErrors(byMovie, true, false, scratch) / byMovie.ratings.size());
    }

    double validationRmse() {
        return judge.rmse();
    }

    /** A copy. */
    FactorModel model() {
        return priors.addTo(model.toModel());
    }
}
