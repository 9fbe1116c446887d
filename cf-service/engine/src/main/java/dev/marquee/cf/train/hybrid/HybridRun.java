package dev.marquee.cf.train.hybrid;

import dev.marquee.cf.boost.Forest;
import dev.marquee.cf.boost.TreeBooster;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.measure.RatingErrors;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.MovieFacts;
import dev.marquee.cf.model.SecondStage;
import dev.marquee.cf.predict.FeatureMaker;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Newcomer;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.support.Course;
import dev.marquee.cf.train.support.RunningState;
import dev.marquee.cf.train.support.Workers;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One training, from model to model. Used from the thread that trains, once.
 */
final class HybridRun {
    private static final String NO_TIMES = "No rating has a time, so nothing is known of what someone said before.";

    private final RatingMatrix train;
    private final @Nullable HeldOut validation;
    private final HybridOptions options;
    private final Folds folds;
    private final TrainListener listener;
    private final Workers workers;
    private final Course course;
    private final LevelModels models;
    private final List<Integer> parts;
    private final FirstLevel level;
    private final StackRows rows;

    HybridRun(RatingMatrix train, @Nullable HeldOut validation, HybridOptions options, Folds folds,
            List<Algorithm<?>> level, TrainListener listener, Workers workers, Course course) {
        this.train = train;
        this.validation = validation;
        this.options = options;
        this.folds = folds;
        this.listener = listener;
        this.workers = workers;
        this.course = course;
        this.models = new LevelModels(level, options, listener);
        this.parts = Collections.nCopies(options.names().size(), options.factors());
        this.level = new FirstLevel(train, parts.size(), options.factors());
        this.rows = new StackRows(folds.rows(), FeatureMaker.width(parts.size()), parts.size());
    }

    /** What the trees learn from, once the folds are done. */
    StackRows rows() {
        return rows;
    }

    TrainResult result(TreeBooster booster) {
        int done = course.begin(rows.addTo(level.addTo(new RunningState())), () -> level.model(train));
        int first = done / parts.size();
        for (int fold = first; fold < folds.used(); fold++) {
            fold(fold, fold == first ? done % parts.size() : 0);
        }
        boolean trees = done == parts.size() * (folds.used() + 1);
        if (!trees) {
            all(first == folds.used() ? done % parts.size() : 0);
        }
        TreeGrowth.Grown grown = new TreeGrowth(rows, options, train, workers.count(), listener).grow(booster);
        FactorModel kept = kept(grown);
        course.epochAveraged(grown.error(), judged(Newcomer.placed(kept, train, listener::checkCancelled)),
                () -> kept);
        String note = grown.note() + (train.hasTimes() ? "" : " " + NO_TIMES);
        return course.result().noting(note).apart(folds.used() * parts.size());
    }

    /** A model that is best alone is learnt once more, as its biases are lost among those of the others. */
    private FactorModel kept(TreeGrowth.Grown grown) {
        FactorModel model = grown.part() < 0 ? level.model(train) : models.train(grown.part(), train, false);
        FactorModel sure = model.uncertainty().map(known -> model.with(known.scaled(grown.variances())))
                .orElse(model);
        Forest forest = grown.forest();
        return forest == null ? sure : sure.with(new SecondStage(parts, MovieFacts.of(train), forest));
    }

    /** Models of the other folds, and rows of this one. */
    private void fold(int fold, int firstPart) {
        Split split = folds.split(train, fold);
        HeldOut heldOut = split.heldOut();
        int[] places = folds.chosen(heldOut, fold, rows.capacity() - rows.size());
        int firstRow = rows.size();
        for (int part = firstPart; part < parts.size(); part++) {
            FactorModel model = models.train(part, split.train(), true);
            keep(part, model);
            FactorModel placed = Newcomer.placed(model, split.train(), listener::checkCancelled);
            predict(placed, heldOut, places, firstRow, part);
            if (part == parts.size() - 1) {
                rows(fold, split, places);
            }
            course.epochAveraged(RatingErrors.of(placed, heldOut).rmse(), judged(placed), () -> model);
        }
    }

    private void keep(int part, FactorModel model) {
        if (part == 0) {
            level.clear();
        }
        level.set(part, model);
    }

    private void predict(FactorModel model, HeldOut heldOut, int[] places, int firstRow, int part) {
        for (int i = 0; i < places.length; i++) {
            rows.predictions[(firstRow + i) * parts.size() + part] = model.predict(heldOut.user(places[i]),
                    heldOut.movie(places[i]));
        }
    }

    private void rows(int fold, Split split, int[] places) {
        FactorModel model = Newcomer.placed(level.model(split.train()), split.train(), listener::checkCancelled);
        FeatureMaker maker = new FeatureMaker(model, parts, MovieFacts.of(split.train()), train.content());
        HeldOut heldOut = split.heldOut();
        new FoldFeatures(split.train(), maker, model, heldOut, folds.few(fold, options.newcomers()),
                Hybrid.folding(model)).fill(rows, places, folds.times(heldOut, places, fold, options.timeless()),
                        folds.contentHidden(places, fold, options.timeless()), rows.append(places.length), workers);
    }

    /** Models of all ratings. */
    private void all(int firstPart) {
        for (int part = firstPart; part < parts.size(); part++) {
            FactorModel model = models.train(part, train, false);
            keep(part, model);
            course.epochAveraged(models.lastError(), judged(model), () -> model);
        }
    }

    /** NaN without a validation. */
    private double judged(FactorModel model) {
        return validation == null || validation.size() == 0
                ? Double.NaN
                : RatingErrors.of(model, train, validation).rmse();
    }
}
