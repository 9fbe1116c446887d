package dev.marquee.cf.train.prior;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.ImplicitFeatures;
import dev.marquee.cf.train.ondevice.DeviceMatrix;
import dev.marquee.cf.train.ondevice.DeviceRatings;
import dev.marquee.cf.train.ondevice.DeviceRoom;
import dev.marquee.cf.train.ondevice.DeviceSums;
import dev.marquee.cf.train.ondevice.DeviceWork;
import dev.marquee.cf.train.solve.Penalty;
import dev.marquee.cf.train.support.RunningState;
import org.jspecify.annotations.Nullable;

/**
 * {@link ImplicitPriors} on a device. Used from the thread that trains.
 */
public final class DevicePriors {
    /** Of the size of the model's factors. */
    private static final long MATRICES = 6;

    private final int factors;
    private final @Nullable DevicePrior users;
    private final @Nullable DevicePrior movies;

    /**
     * @param lambda 0: there are none
     * @param scratch see {@link DeviceSums}
     */
    public DevicePriors(DeviceWork work, DeviceRatings byUser, DeviceRatings byMovie, int factors, Penalty penalty,
            double lambda, DeviceFloats scratch) {
        this.factors = factors;
        this.users = lambda == 0
                ? null
                : new DevicePrior(work, factors, byUser, byMovie, penalty.ofFactors(byUser.ratings), (float) lambda,
                        scratch);
        this.movies = lambda == 0
                ? null
                : new DevicePrior(work, factors, byMovie, byUser, penalty.ofFactors(byMovie.ratings), (float) lambda,
                        scratch);
    }

    private DevicePriors(int factors, @Nullable DevicePrior users, @Nullable DevicePrior movies) {
        this.factors = factors;
        this.users = users;
        this.movies = movies;
    }

    /** With ratings and a scratch of their own, for trainers that do not have the ratings by user and by movie. */
    public static DevicePriors of(DeviceWork work, RatingMatrix train, int factors, Penalty penalty, double lambda,
            DeviceRoom room) {
        if (lambda == 0) {
            return new DevicePriors(factors, null, null);
        }
        DeviceRatings byUser = new DeviceRatings(work, train.byUser(), room);
        DeviceRatings byMovie = new DeviceRatings(work, train.byMovie(), room);
        int segments = Math.max(byUser.mostSegments, byMovie.mostSegments);
        return new DevicePriors(work, byUser, byMovie, factors, penalty, lambda,
                work.device.floats(Math.multiplyExact(segments, work.padded)));
    }

    /** What they will take of a device's memory. */
    public static long bytes(RatingMatrix train, int padded, double lambda) {
        return lambda == 0
                ? 0
                : MATRICES * (train.users().size() + (long) train.movies().size() + 2) * padded * Float.BYTES;
    }

    public boolean present() {
        return users != null;
    }

    /** @param otherwise what kernels are given where there are none; they do not look at it */
    public DeviceFloats userMeans(DeviceFloats otherwise) {
        return users == null ? otherwise : users.means().numbers;
    }

    /** See {@link #userMeans}. */
    public DeviceFloats movieMeans(DeviceFloats otherwise) {
        return movies == null ? otherwise : movies.means().numbers;
    }

    public void fitUsers(DeviceMatrix factorsOfUsers) {
        if (users != null) {
            users.fit(factorsOfUsers, ImplicitPriors.STEPS);
        }
    }

    public void fitMovies(DeviceMatrix factorsOfMovies) {
        if (movies != null) {
            movies.fit(factorsOfMovies, ImplicitPriors.STEPS);
        }
    }

    /** The state with the features; the means follow from them, see {@link #restoreMeans}. */
    public RunningState addTo(RunningState state) {
        return users == null || movies == null
                ? state
                : state.floats("userFeatures", users::features, users::restore).floats("movieFeatures",
                        movies::features, movies::restore);
    }

    /** Makes the means of features that were restored. */
    public void restoreMeans() {
        if (users != null && movies != null) {
            users.restoreMeans();
            movies.restoreMeans();
        }
    }

    /** The model with a copy of the features. */
    public FactorModel addTo(FactorModel model) {
        return users == null || movies == null
                ? model
                : model.with(ImplicitFeatures.of(factors, users.features(), movies.features()));
    }
}
