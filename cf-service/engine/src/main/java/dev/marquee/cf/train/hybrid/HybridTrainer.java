package dev.marquee.cf.train.hybrid;

import dev.marquee.cf.boost.TreeBooster;
import dev.marquee.cf.boost.TreeLibrary;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.support.Course;
import dev.marquee.cf.train.support.Workers;
import dev.marquee.common.error.TrainingFailed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two levels with which the systems of the Netflix prize ended (Töscher, Jahrer and Bell 2009; Sill et al. 2009):
 * factorisations, and boosted trees over their predictions and over what is known of user, movie and both besides.
 *
 * <p>
 * Trees must learn from predictions that are as wrong as those they will correct. So the ratings are cut in folds, each
 * is predicted by models that learnt from the others, and all that a row knows comes from the others, too. A tenth of
 * the rows then says how many trees are enough, and whether they predict better than the mean of the first level and
 * than each of its models; if not, the model does without. At last the first level is learnt from all ratings.
 *
 * <p>
 * An epoch is one model of the first level, of a fold or of all ratings, and the last one are the trees. Thread-safe.
 */
final class HybridTrainer implements Trainer<HybridOptions> {
    private final List<Algorithm<?>> level;

    HybridTrainer(List<Algorithm<?>> level) {
        this.level = level;
    }

    @Override
    public TrainResult train(RatingMatrix train, @Nullable HeldOut validation, HybridOptions options,
            TrainListener listener) {
        Trainer.requireRatings(train);
        TreeBooster booster = TreeLibrary.get().orElseThrow(() -> new TrainingFailed(TreeLibrary.problem()));
        try (Workers workers = new Workers(options.workers(), listener)) {
            return run(train, validation, options, listener, workers).result(booster);
        }
    }

    /** A training that is still to be done. */
    HybridRun run(RatingMatrix train, @Nullable HeldOut validation, HybridOptions options, TrainListener listener,
            Workers workers) {
        Folds folds = Folds.of(train, options);
        int epochs = options.names().size() * (folds.used() + 1) + 1;
        Course course = new Course(validation, epochs, 0, listener,
                "There is no regularization to change here; look for ratings that are far out of range.");
        return new HybridRun(train, validation, options, folds, level, listener, workers, course);
    }
}
