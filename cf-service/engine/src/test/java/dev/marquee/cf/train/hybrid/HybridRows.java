package dev.marquee.cf.train.hybrid;

import dev.marquee.cf.boost.TreeLibrary;
import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.support.Workers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A training together with the rows that its trees learnt from.
 */
record HybridRows(TrainResult result, StackRows rows) {
    private static final Pattern FIGURES = Pattern.compile("(\\w+) (\\d+\\.\\d+) and \\d+\\.\\d+");

    static HybridRows of(HybridTrainer trainer, RatingMatrix ratings, HybridOptions options) {
        try (Workers workers = new Workers(options.workers(), TrainListener.NONE)) {
            HybridRun run = trainer.run(ratings, null, options, TrainListener.NONE, workers);
            return new HybridRows(run.result(TreeLibrary.get().orElseThrow()), run.rows());
        }
    }

    /** The same ratings, but all that one fold holds out are turned round. */
    static RatingMatrix turnedRound(RatingMatrix ratings, HeldOut fold) {
        boolean[][] held = new boolean[ratings.users().size()][ratings.movies().size()];
        for (int i = 0; i < fold.size(); i++) {
            held[fold.user(i)][fold.movie(i)] = true;
        }
        RatingMatrixBuilder builder = RatingMatrix.builder();
        Csr byUser = ratings.byUser();
        for (int user = 0; user < byUser.rows(); user++) {
            for (int p = byUser.start(user); p < byUser.end(user); p++) {
                float stars = byUser.value(p);
                builder.add(ratings.users().idOf(user), ratings.movies().idOf(byUser.index(p)),
                        held[user][byUser.index(p)] ? 6 - stars : stars, ratings.epochSeconds(p));
            }
        }
        return builder.build();
    }

    /** All that is known of a rating but the rating: features, first guess, and what each model predicted. */
    float[] known(int row) {
        float[] known = Arrays.copyOfRange(rows.features, row * rows.width, (row + 1) * rows.width + 1 + rows.parts);
        known[rows.width] = rows.guesses[row];
        System.arraycopy(rows.predictions, row * rows.parts, known, rows.width + 1, rows.parts);
        return known;
    }

    /** What the stage itself says of RMSE, by name. */
    Map<String, Double> judgement() {
        Map<String, Double> figures = new HashMap<>();
        Matcher matcher = FIGURES.matcher(String.valueOf(result.note()));
        while (matcher.find()) {
            figures.put(matcher.group(1), Double.valueOf(matcher.group(2)));
        }
        return figures;
    }
}
