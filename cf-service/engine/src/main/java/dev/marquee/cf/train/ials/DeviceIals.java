package dev.marquee.cf.train.ials;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.index.DeviceSearch;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.ondevice.DeviceModel;
import dev.marquee.cf.train.ondevice.DeviceRatings;
import dev.marquee.cf.train.ondevice.DeviceRoom;
import dev.marquee.cf.train.ondevice.DeviceWork;
import dev.marquee.cf.train.support.Confidence;
import dev.marquee.cf.train.support.RankingValidation;
import dev.marquee.cf.train.support.RunningState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one training for lists on a device, and its iterations. Used from the thread that trains.
 */
final class DeviceIals {
    /** Scores that a processor works out at a time while a model is judged; more delay a wish to stop. */
    private static final long SCORES_PER_UNIT = 1L << 18;

    private final DeviceModel model;
    private final @Nullable RankingValidation validation;
    private final @Nullable DeviceSearch search;
    private final DeviceGram userGram;
    private final DeviceGram movieGram;
    private final DeviceIalsSide users;
    private final DeviceIalsSide movies;
    private final IalsOptions options;
    private final double weights;

    /** @param weights what predicting no preference at all would cost */
    DeviceIals(DeviceWork work, RatingMatrix train, @Nullable RankingValidation validation, IalsOptions options,
            double weights) {
        this.validation = validation;
        this.options = options;
        this.weights = weights;
        model = DeviceModel.forRanking(work, train, options.factors());
        model.start(options.seed());
        search = validation == null ? null : search(work, validation);
        int most = Math.max(model.users.rows, model.movies.rows);
        DeviceFloats gramScratch = work.device.floats(DeviceGram.scratchSize(most, work.padded));
        userGram = new DeviceGram(work, model.users, options.unobservedWeight(), gramScratch);
        movieGram = new DeviceGram(work, model.movies, options.unobservedWeight(), gramScratch);
        DeviceRoom room = DeviceRoom.of(work.device, work.padded, model.rows(),
                validation == null ? 0 : Integer.BYTES * validation.excluded(), 2,
                DeviceIalsScratch.floatsOfASegment(work.padded));
        Confidence confidence = IalsTrainer.confidence(train, options);
        DeviceRatings byUser = new DeviceRatings(work, train.byUser(), room, confidence::of);
        DeviceRatings byMovie = new DeviceRatings(work, train.byMovie(), room, confidence::of);
        DeviceIalsScratch scratch = DeviceIalsScratch.of(work,
                Math.max(byUser.mostSegments, byMovie.mostSegments), Math.max(byUser.mostRows, byMovie.mostRows));
        DeviceInts failed = work.device.ints(1);
        users = new DeviceIalsSide(work, byUser, model.users, model.movies, options, scratch, failed);
        movies = new DeviceIalsSide(work, byMovie, model.movies, model.users, options, scratch, failed);
    }

    private DeviceSearch search(DeviceWork work, RankingValidation lists) {
        // A share that leaves most of a small device to the ratings.
        long scores = Math.min(SCORES_PER_UNIT * work.device.info().computeUnits(),
                work.device.freeBytes() / Float.BYTES / 16);
        return new DeviceSearch(work.device, work.padded, model.movies.rows,
                new DeviceSearch.Rows(model.users.numbers, model.userBiases),
                new DeviceSearch.Rows(model.movies.numbers, model.movieBiases), lists.lists(), scores);
    }

    /** All that the next iteration needs. */
    RunningState state() {
        return model.state();
    }

    /** Called once, when all numbers are as they are before the first iteration. */
    void begin() {
        movieGram.update();
    }

    /** @return whether all rows have a solution; otherwise the numbers are of no use */
    boolean iterate() {
        if (!users.solve(movieGram.numbers)) {
            return false;
        }
        userGram.update();
        if (!movies.solve(userGram.numbers)) {
            return false;
        }
        movieGram.update();
        return true;
    }

    double trainError() {
        // Both have the weight in them; it belongs there once.
        double unobserved = userGram.product(movieGram) / options.unobservedWeight();
        return Math.sqrt((users.errors() + unobserved) / weights);
    }

    /** Of the validation. */
    double ndcg() {
        return Objects.requireNonNull(validation).meanNdcg(Objects.requireNonNull(search));
    }

    /** A copy. */
    FactorModel model() {
        return model.toModel();
    }
}
