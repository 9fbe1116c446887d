package dev.marquee.cf.app.training;

import dev.marquee.cf.app.models.DataSnapshot;
import dev.marquee.cf.app.models.ModelService;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.Footprint;
import dev.marquee.cf.ratings.RatingTableReader;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.common.error.TrainingFailed;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.concurrent.CancellationException;

/**
 * The steps of a training, from the table of ratings to the active model. It blocks and takes all cores; call it from a
 * thread of its own.
 */
@Singleton
class TrainingRun {
    static final String REFITTING = "refitting";
    private static final int CHECK_EVERY = 1 << 16;

    private final RatingTableReader ratings;
    private final ModelService models;
    private final TrainingPlanner planner;
    private final TrainingConfig config;

    TrainingRun(RatingTableReader ratings, ModelService models, TrainingPlanner planner, TrainingConfig config) {
        this.ratings = ratings;
        this.models = models;
        this.planner = planner;
        this.config = config;
    }

    /**
     * @return the id of the model, which is active
     * @throws TrainingFailed if no model came of it
     * @throws CancellationException if the watch heard of a wish to stop
     */
    long train(TrainingPlan plan, TrainingWatch watch) {
        long start = System.nanoTime();
        watch.phase("loading");
        Instant readAt = Instant.now();
        RatingMatrix all = load(watch);
        requireEnough(all);
        Split judged = Split.random(all, plan.holdout(), plan.seed());
        Split chosen = Split.random(judged.train(), plan.validation(), plan.seed() + 1);
        if (judged.heldOut().size() == 0 || chosen.train().size() == 0) {
            throw new TrainingFailed("There are too few ratings to hold some out: " + all.size() + ". Import more.");
        }
        watch.phase("training");
        HeldOut validation = chosen.heldOut().size() == 0 ? null : chosen.heldOut();
        TrainResult result = Algorithm.train(chosen.train(), validation, plan.options(), watch);
        watch.phase("evaluating");
        Judgement judgement = Judgement.of(plan.role(), result, judged, watch);
        FactorModel model = plan.refit() ? refit(plan, all, result.bestEpoch(), watch) : result.model();
        watch.phase("storing");
        DataSnapshot snapshot = new DataSnapshot(all.size(), all.users().size(), all.movies().size(), all.mean(),
                readAt);
        return models.add(new ModelService.Trained(plan.role(), plan.algorithm(), plan.describedOptions(), plan.seed(),
                snapshot, judgement.report(result, plan.refit(), (System.nanoTime() - start) / 1_000_000), model,
                Footprint.of(all)));
    }

    private RatingMatrix load(TrainingWatch watch) {
        RatingMatrixBuilder builder = RatingMatrix.builder();
        long[] rows = {0};
        ratings.read((user, movie, rating, seconds) -> {
            if (++rows[0] % CHECK_EVERY == 0 && watch.cancelled()) {
                throw new CancellationException("The training was cancelled while the ratings were read.");
            }
            builder.add(user, movie, rating, seconds);
        });
        return builder.build();
    }

    private void requireEnough(RatingMatrix all) {
        if (all.size() < config.minRatings()) {
            throw new TrainingFailed("There are " + all.size() + " ratings; a training needs " + config.minRatings()
                    + " (marquee.training.min-ratings). Import more: POST /api/v1/imports.");
        }
    }

    private FactorModel refit(TrainingPlan plan, RatingMatrix all, int epochs, TrainingWatch watch) {
        watch.phase(REFITTING);
        return Algorithm.train(all, null, planner.forEpochs(plan, epochs), watch).model();
    }
}
