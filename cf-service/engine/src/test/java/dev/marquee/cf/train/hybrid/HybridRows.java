package dev.marquee.cf.train.hybrid;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.MovieFacts;
import dev.marquee.cf.predict.FeatureMaker;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Newcomer;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.support.Workers;
import java.util.Collections;
import java.util.List;

/** Rows of folds, made one at a time. */
final class HybridRows {
    private HybridRows() {}

    /** The same ratings, but for one, at a position of {@link RatingMatrix#byUser}. */
    static RatingMatrix changed(RatingMatrix ratings, int position) {
        RatingMatrixBuilder builder = RatingMatrix.builder();
        Csr byUser = ratings.byUser();
        for (int user = 0; user < byUser.rows(); user++) {
            for (int p = byUser.start(user); p < byUser.end(user); p++) {
                builder.add(ratings.users().idOf(user), ratings.movies().idOf(byUser.index(p)),
                        p == position ? 6 - byUser.value(p) : byUser.value(p), ratings.epochSeconds(p));
            }
        }
        return builder.build();
    }

    /** Features, first guess and predictions of one rating, as its fold makes them. */
    static float[] of(RatingMatrix ratings, HybridOptions options, List<Algorithm<?>> level, int position) {
        Folds folds = Folds.of(ratings, options);
        int user = 0;
        while (ratings.byUser().end(user) <= position) {
            user++;
        }
        for (int fold = 0; fold < folds.used(); fold++) {
            Split split = folds.split(ratings, fold);
            for (int i = 0; i < split.heldOut().size(); i++) {
                if (split.heldOut().user(i) == user
                        && split.heldOut().movie(i) == ratings.byUser().index(position)) {
                    return row(split, options, level, i);
                }
            }
        }
        throw new IllegalStateException("in no fold");
    }

    private static float[] row(Split split, HybridOptions options, List<Algorithm<?>> level, int place) {
        RatingMatrix base = split.train();
        int parts = options.names().size();
        FirstLevel first = new FirstLevel(base, parts, options.factors());
        LevelModels models = new LevelModels(level, options, TrainListener.NONE);
        for (int part = 0; part < parts; part++) {
            first.set(part, models.train(part, base, true));
        }
        FactorModel model = Newcomer.placed(first.model(base), base, () -> {});
        FeatureMaker maker = new FeatureMaker(model, Collections.nCopies(parts, options.factors()),
                MovieFacts.of(base));
        StackRows rows = new StackRows(1, maker.width(), parts);
        try (Workers workers = new Workers(1, TrainListener.NONE)) {
            new FoldFeatures(base, maker, model, split.heldOut()).fill(rows, new int[]{place},
                    new long[]{split.heldOut().epochSeconds(place)}, rows.append(1), workers);
        }
        float[] row = rows.features.clone();
        for (int f = 0; f < row.length; f++) {
            row[f] = Float.isNaN(row[f]) ? -99 : row[f];
        }
        return row;
    }
}
