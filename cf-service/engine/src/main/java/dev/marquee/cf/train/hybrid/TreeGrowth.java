package dev.marquee.cf.train.hybrid;

import dev.marquee.cf.boost.BoostRows;
import dev.marquee.cf.boost.Boosting;
import dev.marquee.cf.boost.Forest;
import dev.marquee.cf.boost.TreeBooster;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.train.TrainListener;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Grows the trees of a second stage: first on nine tenths of the rows, to see by the rest how many are enough and
 * whether they are worth it, then on all.
 */
final class TreeGrowth {
    private static final double HELD_OUT = 0.1;
    private static final long DRAW = 1L << 34;

    private final StackRows rows;
    private final HybridOptions options;
    private final RatingMatrix train;
    private final int threads;
    private final TrainListener listener;
    /** None of somebody who is known by a few ratings: what the models alone say of such is not in the rows. */
    private final BitSet judging = new BitSet();

    TreeGrowth(StackRows rows, HybridOptions options, RatingMatrix train, int threads, TrainListener listener) {
        this.rows = rows;
        this.options = options;
        this.train = train;
        this.threads = threads;
        this.listener = listener;
        SplittableRandom random = new SplittableRandom(options.seed() + DRAW);
        for (int row = 0; row < rows.size(); row++) {
            judging.set(row, random.nextDouble() < HELD_OUT && rows.few[row] == 0);
        }
    }

    /**
     * @param forest {@code null} where it is not worth it
     * @param part the model that is best alone, or -1 where all of them are joined
     * @param error of all rows under what is kept; 0 without rows
     * @param variances what the expected variances are to be multiplied by to be those that were found
     * @param note what was found
     */
    record Grown(@Nullable Forest forest, int part, double error, double variances, String note) {}

    Grown grow(TreeBooster booster) {
        List<String> names = options.names();
        if (judging.isEmpty()) {
            return new Grown(null, -1, 0, 1, "There are too few ratings to learn a second stage"
                    + " from: the model is the mean of " + String.join(", ", names) + ".");
        }
        Boosting settings = new Boosting(options.trees(), options.depth(), options.learningRate(), options.leafRows(),
                options.treeRegularization(), options.patience(), options.seed(), threads);
        BoostRows learnt = rows.where(row -> !judging.get(row));
        Forest tried = booster.grow(learnt, rows.where(judging::get), settings, listener::checkCancelled);
        RowErrors errors = new RowErrors(rows, train);
        Judgement judgement = Judgement.of(errors, judging, names, tried);
        Forest forest = judgement.keepsTrees()
                ? booster.grow(rows.all(), null, settings.withTrees(tried.trees()), listener::checkCancelled)
                : null;
        BitSet all = new BitSet();
        all.set(0, rows.size());
        double error = forest == null
                ? errors.rmse(all, judgement.part() < 0 ? errors::mean : errors.of(judgement.part()))
                : errors.rmse(all, errors.of(forest));
        return new Grown(forest, judgement.part(), error, judgement.variances(), judgement.note());
    }
}
