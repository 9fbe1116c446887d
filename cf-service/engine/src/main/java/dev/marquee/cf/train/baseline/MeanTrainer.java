package dev.marquee.cf.train.baseline;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.support.Course;
import org.jspecify.annotations.Nullable;

/**
 * Predicts the mean of all ratings, always: what any other model must beat. Thread-safe.
 */
final class MeanTrainer implements Trainer<MeanOptions> {

    @Override
    public TrainResult train(RatingMatrix train, @Nullable HeldOut validation, MeanOptions options,
            TrainListener listener) {
        Trainer.requireRatings(train);
        Course course = new Course(validation, 1, 0, listener, "Import ratings that are smaller numbers.");
        listener.checkCancelled();
        double squares = 0;
        for (int position = 0; position < train.size(); position++) {
            double error = train.byUser().value(position) - train.mean();
            squares += error * error;
        }
        course.epochDone(Math.sqrt(squares / train.size()), () -> Baselines.model(train, train.mean(),
                new float[train.users().size()], new float[train.movies().size()]));
        return course.result();
    }
}
