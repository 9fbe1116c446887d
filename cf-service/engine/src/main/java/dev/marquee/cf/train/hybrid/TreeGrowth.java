package dev.marquee.cf.train.hybrid;

import dev.marquee.cf.boost.BoostRows;
import dev.marquee.cf.boost.Boosting;
import dev.marquee.cf.boost.Forest;
import dev.marquee.cf.boost.TreeBooster;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.train.TrainListener;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
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
    private final BitSet judging = new BitSet();

    TreeGrowth(StackRows rows, HybridOptions options, RatingMatrix train, int threads, TrainListener listener) {
        this.rows = rows;
        this.options = options;
        this.train = train;
        this.threads = threads;
        this.listener = listener;
        SplittableRandom random = new SplittableRandom(options.seed() + DRAW);
        for (int row = 0; row < rows.size(); row++) {
            judging.set(row, random.nextDouble() < HELD_OUT);
        }
    }

    /**
     * @param forest {@code null} where it is not worth it
     * @param error of all rows under what is kept; 0 without rows
     * @param note what was found
     */
    record Grown(@Nullable Forest forest, double error, String note) {}

    Grown grow(TreeBooster booster, List<String> names) {
        if (rows.size() == 0) {
            return new Grown(null, 0, "There are too few ratings to learn a second stage"
                    + " from: the model is the mean of " + String.join(", ", names) + ".");
        }
        Boosting settings = new Boosting(options.trees(), options.depth(), options.learningRate(), options.leafRows(),
                options.treeRegularization(), options.patience(), options.seed(), threads);
        BoostRows learnt = rows.where(row -> !judging.get(row));
        Forest tried = booster.grow(learnt, rows.where(judging::get), settings, listener::checkCancelled);
        List<Candidate> candidates = candidates(names, tried);
        Candidate best = candidates.stream().min(Comparator.comparingDouble(Candidate::rmse)).orElseThrow();
        boolean worth = best.name().equals("hybrid");
        String note = note(candidates, worth);
        if (!worth) {
            return new Grown(null, error(all(), this::mean, false), note);
        }
        Forest forest = booster.grow(rows.all(), null, settings.withTrees(tried.trees()), listener::checkCancelled);
        return new Grown(forest, error(all(), row -> sum(forest, row), false), note);
    }

    private record Candidate(String name, double rmse, double mae) {}

    private interface Predicted {
        float of(int row);
    }

    private List<Candidate> candidates(List<String> names, Forest tried) {
        List<Candidate> candidates = new ArrayList<>();
        for (int part = 0; part < names.size(); part++) {
            int of = part;
            candidates.add(candidate(names.get(part), row -> rows.predictions[row * rows.parts + of]));
        }
        candidates.add(candidate("mean", this::mean));
        candidates.add(candidate("hybrid", row -> sum(tried, row)));
        return candidates;
    }

    private Candidate candidate(String name, Predicted predicted) {
        return new Candidate(name, error(judging, predicted, false), error(judging, predicted, true));
    }

    private float mean(int row) {
        return clip(rows.guesses[row]);
    }

    private float sum(Forest forest, int row) {
        return clip(rows.guesses[row] + forest.sum(rows.features, row * rows.width));
    }

    private float clip(float rating) {
        return Math.clamp(rating, train.minRating(), train.maxRating());
    }

    private BitSet all() {
        BitSet all = new BitSet();
        all.set(0, rows.size());
        return all;
    }

    private double error(BitSet of, Predicted predicted, boolean absolute) {
        double sum = 0;
        for (int row = of.nextSetBit(0); row >= 0; row = of.nextSetBit(row + 1)) {
            double error = predicted.of(row) - rows.targets[row];
            sum += absolute ? Math.abs(error) : error * error;
        }
        double mean = sum / Math.max(1, of.cardinality());
        return absolute ? mean : Math.sqrt(mean);
    }

    private String note(List<Candidate> candidates, boolean worth) {
        String figures = candidates.stream().map(each -> String.format(Locale.ROOT, "%s %.4f and %.4f", each.name(),
                each.rmse(), each.mae())).collect(Collectors.joining(", "));
        String note = "RMSE and MAE on " + judging.cardinality() + " ratings that neither level learnt from: "
                + figures;
        return note + (worth ? "." : ". The second stage is no better, so the model does without.");
    }
}
