package dev.marquee.cf.train;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.common.error.TrainingFailed;
import org.jspecify.annotations.Nullable;

/**
 * Learns a model from ratings. Implementations hold no state of a training, so one may train several models at a time.
 *
 * <p>
 * What every trainer keeps: the same matrix, options and number of threads give the same model to the bit; all numbers
 * of a model are finite; a user or a movie without a rating gets zero factors and a zero bias; a wish to stop takes
 * effect within a second; the progress is told after each epoch; a training that goes on from a checkpoint of its
 * listener's gives the same model, to the bit, as one that was never interrupted.
 *
 * @param <O> the trainer's options
 */
public interface Trainer<O extends TrainOptions> {

    /**
     * Blocks until the training ends.
     *
     * @param train at least one rating
     * @param validation ratings to stop early by, or {@code null}; never trained on
     * @throws TrainingFailed if there is nothing to train on, or the training diverges; names the epoch and the option
     * @throws java.util.concurrent.CancellationException if the listener asked to stop
     * @throws dev.marquee.common.error.CorruptData if the listener has a checkpoint that cannot be used
     */
    TrainResult train(RatingMatrix train, @Nullable HeldOut validation, O options, TrainListener listener);

    /** @throws TrainingFailed if there are none */
    static void requireRatings(RatingMatrix train) {
        if (train.size() == 0) {
            throw new TrainingFailed("There are no ratings to train on. Import some first.");
        }
    }
}
