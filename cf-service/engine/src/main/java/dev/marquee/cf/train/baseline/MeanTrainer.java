package dev.marquee.cf.train.baseline;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.support.Course;
import dev.marquee.cf.train.support.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Predicts the mean of all ratings, always: what any other model must beat. Thread-safe.
 */
final class MeanTrainer implements Trainer<MeanOptions> {
    /** Ratings between two looks at whether to stop. */
    private static final int CHECK_EVERY = 1 << 14;

    @Override
    public TrainResult train(RatingMatrix train, @Nullable HeldOut validation, MeanOptions options,
            TrainListener listener) {
        Trainer.requireRatings(train);
        Course course = new Course(validation, 1, 0, listener, "Import ratings that are smaller numbers.");
        try (Workers workers = new Workers(options.workers(), listener)) {
            course.epochDone(Math.sqrt(squaredErrors(train, workers) / train.size()), () -> Baselines.model(train,
                    train.mean(), new float[train.users().size()], new float[train.movies().size()]));
        }
        return course.result();
    }

    private static double squaredErrors(RatingMatrix train, Workers workers) {
        double squares = 0;
        for (int position = 0; position < train.size(); position++) {
            if (position % CHECK_EVERY == 0) {
                workers.checkCancelled();
            }
            double error = train.byUser().value(position) - train.mean();
            squares += error * error;
        }
        return squares;
    }
}
