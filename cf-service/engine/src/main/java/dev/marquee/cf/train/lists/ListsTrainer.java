package dev.marquee.cf.train.lists;

import dev.marquee.cf.index.Asked;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.Newcomers;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.FinalScore;
import dev.marquee.cf.model.ListTables;
import dev.marquee.cf.model.ScoreWeights;
import dev.marquee.cf.train.Checkpoints;
import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.Folding;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainProgress;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.support.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A ranking model with a final score ({@link FinalScore}), so that lists are right for those with many ratings and for
 * those with few.
 *
 * <p>
 * First the ranking model is trained on all ratings; its epochs are those that are told, and its own lists judge them;
 * what comes then is told by steps. Then the tables are counted. For the weights of the score all of this is done once
 * more on a part of the ratings: a tenth of the users are left out whole, and a tenth of the others' ratings. What is
 * left out says which movies belong on top: of the others' lists, and of the newcomers' after 1, 2, 3, 5, 8, 12 and 20
 * of their ratings. Where times are known, it is done on the first nine tenths by time, too: what users liked of the
 * last tenth says which movies belong on top of lists that are asked for after the last sitting. A checkpoint is of the
 * ranking model; what comes after is done again. Thread-safe.
 */
final class ListsTrainer implements Trainer<ListsOptions> {
    /** Tables are made of all ratings, and of those from which the weights are learnt, with times of two parts. */
    private static final int PARTS = 2;
    private static final double NEWCOMERS = 0.1;
    private static final double HELD_OUT = 0.1;
    private static final List<Integer> TOLD = List.of(1, 2, 3, 5, 8, 12, 20);
    private static final int MOST_USERS = 3000;
    private static final int MOST_NEWCOMERS = 600;
    /** Of a newcomer's list, which has more to say of whom less is known. */
    private static final double NEWCOMER_WEIGHT = 0.2;
    private static final double LATER = 0.1;
    /** Of a list of someone who was away: there are few. */
    private static final double LATER_WEIGHT = 4;
    /** With fewer lists than this, the usual weights are taken. */
    private static final int FEWEST_LISTS = 500;
    /** Learnt on MovieLens 1M, but for what content says: that is of latest-small. */
    private static final ScoreWeights USUAL = new ScoreWeights(
            new double[]{10.2, 5.9, 0.25, 0, 0, -1.2, 0.6, -7.4, -3, 0.2, 0, 0, 0, -0.45, 6, -12, 0.3, 1, 0.1, 1,
                    -0.85},
            new double[]{7.5, 3.9, 0.75, 0.5, 1.9, -0.7, 0.6, -7.4, -3, 0.2, 0, 0, 0, -0.45, 6, -12, 0.3, 1, 0.1, 1,
                    -0.85},
            1);

    private final Function<ListsOptions, Estimator<?>> ranking;
    private final Function<ListsOptions, Estimator<?>> stars;

    ListsTrainer(Function<ListsOptions, Estimator<?>> ranking, Function<ListsOptions, Estimator<?>> stars) {
        this.ranking = ranking;
        this.stars = stars;
    }

    @Override
    public TrainResult train(RatingMatrix train, @Nullable HeldOut validation, ListsOptions options,
            TrainListener listener) {
        Trainer.requireRatings(train);
        TrainResult ranked = ranking.apply(options).train(train, validation, new NoPlace(listener));
        Afterwards after = new Afterwards(listener, ranked, train.hasTimes() ? PARTS + 1 : PARTS);
        try (Workers workers = new Workers(options.workers(), listener)) {
            ListTables tables = tables(train, options, after, workers);
            ScoreWeights weights = weights(train, options.forEpochs(ranked.bestEpoch()), after, workers);
            FactorModel model = ranked.model().with(new FinalScore(tables, weights));
            return new TrainResult(model, ranked.history(), ranked.bestEpoch(), null, after.note(), 0);
        }
    }

    private ListTables tables(RatingMatrix train, ListsOptions options, Afterwards after, Workers workers) {
        after.next();
        FactorModel starred = stars.apply(options).train(train, null, after).model();
        after.next();
        return Tables.of(train, starred, ItemRegression.of(train, options, workers, after::note));
    }

    private ScoreWeights weights(RatingMatrix train, ListsOptions options, Afterwards after, Workers workers) {
        Newcomers newcomers = Newcomers.of(train, NEWCOMERS, options.seed());
        Split split = Split.random(newcomers.train(), HELD_OUT, options.seed(), after::checkCancelled);
        if (split.train().size() == 0) {
            return USUAL;
        }
        Estimator<?> estimator = ranking.apply(options);
        after.next();
        FactorModel model = estimator.train(split.train(), null, after).model();
        Examples examples = new Examples(model, tables(split.train(), options, after, workers), train.content(),
                workers);
        after.next();
        examples.add(Asked.inTheSitting(split.train()), split.heldOut(), MOST_USERS, model::userFactors, 1);
        Folding folding = estimator.folding(model);
        for (int told : TOLD) {
            Split known = newcomers.told(told, options.seed());
            examples.add(Asked.inTheSitting(known.train()), known.heldOut(), MOST_NEWCOMERS,
                    user -> folded(folding, known.train(), user), NEWCOMER_WEIGHT);
        }
        if (examples.all().size() < FEWEST_LISTS) {
            return USUAL;
        }
        List<Example> all = new ArrayList<>(examples.all());
        all.addAll(later(train, options, after, workers));
        ScoreWeights weights = new ListwiseFit(workers).weights(all);
        return train.content().isEmpty() ? weights : Nearness.chosen(examples.all(), weights);
    }

    /** Lists of those who came back: asked for at one point of time, and judged by what came after. */
    private List<Example> later(RatingMatrix train, ListsOptions options, Afterwards after, Workers workers) {
        if (!train.hasTimes()) {
            return List.of();
        }
        Split split = Split.byTime(train, LATER);
        if (split.heldOut().size() == 0) {
            return List.of();
        }
        after.next();
        FactorModel model = ranking.apply(options).train(split.train(), null, after).model();
        Examples examples = new Examples(model, tables(split.train(), options, after, workers), train.content(),
                workers);
        examples.add(Asked.atTheEnd(split.train()), split.heldOut(), MOST_USERS, model::userFactors, LATER_WEIGHT);
        return examples.all();
    }

    private static float[] folded(Folding folding, RatingMatrix known, int user) {
        int from = known.byUser().start(user);
        long[] movies = new long[known.byUser().length(user)];
        float[] ratings = new float[movies.length];
        for (int i = 0; i < movies.length; i++) {
            movies[i] = known.movies().idOf(known.byUser().index(from + i));
            ratings[i] = known.byUser().value(from + i);
        }
        return folding.user(movies, ratings).factors();
    }

    /** Passes everything on but where a part of the training runs, which the whole has said. */
    private record NoPlace(TrainListener listener) implements TrainListener {

        @Override
        public void progress(TrainProgress progress) {
            listener.progress(progress);
        }

        @Override
        public boolean cancelled() {
            return listener.cancelled();
        }

        @Override
        public Checkpoints checkpoints() {
            return listener.checkpoints();
        }
    }
}
