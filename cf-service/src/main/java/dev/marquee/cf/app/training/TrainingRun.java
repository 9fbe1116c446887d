package dev.marquee.cf.app.training;

import dev.marquee.cf.app.catalogue.ContentFeatures;
import dev.marquee.cf.app.models.DataSnapshot;
import dev.marquee.cf.app.models.ModelConfig;
import dev.marquee.cf.app.models.ModelReport;
import dev.marquee.cf.app.models.ModelService;
import dev.marquee.cf.content.read.Content;
import dev.marquee.cf.matrix.Fingerprint;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.Footprint;
import dev.marquee.cf.ratings.RatingStore;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.common.error.CorruptData;
import dev.marquee.common.error.TrainingFailed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * The steps of a training, from the table of ratings to the active model. It blocks and takes all cores; call it from a
 * thread of its own.
 */
@Singleton
class TrainingRun {
    private static final int CHECK_EVERY = 1 << 16;
    /** Each of its calls is given up sooner. */
    private static final Duration READING = Duration.ofMinutes(10);

    private final RatingStore ratings;
    private final ModelService models;
    private final TrainingConfig config;
    private final ModelConfig modelConfig;
    private final ContentFeatures content;

    TrainingRun(RatingStore ratings, ModelService models, TrainingConfig config,
            ModelConfig modelConfig, ContentFeatures content) {
        this.content = content;
        this.ratings = ratings;
        this.models = models;
        this.config = config;
        this.modelConfig = modelConfig;
    }

    private record Learnt(FactorModel model, ModelReport report) {}

    /**
     * Ends with a model, which is active, in one transaction with the training's own end.
     *
     * @param kept the training's checkpoints, which it goes on from
     * @throws TrainingFailed if no model came of it
     * @throws CancellationException if the watch heard of a wish to stop, or the training is not its own any more
     */
    void train(TrainingPlan plan, TrainingWatch watch, TrainingCheckpoints kept) {
        watch.phase(Phase.LOADING);
        Instant readAt = Instant.now();
        RatingMatrix all = load(watch);
        requireEnough(all);
        Content movies = plan.estimator().algorithm().usesContent()
                ? content.current().await().atMost(READING)
                : Content.NOT_ASKED;
        if (movies.note() != null) {
            watch.addNote(movies.note());
        }
        Learnt learnt = learnt(plan, all.with(movies.matrix()), movies.version(), watch, kept);
        if (learnt.report().note() != null) {
            watch.addNote(learnt.report().note());
        }
        watch.phase(Phase.STORING);
        TrainingSpec spec = plan.spec();
        DataSnapshot snapshot = new DataSnapshot(all.size(), all.users().size(), all.movies().size(), all.mean(),
                readAt);
        models.add(new ModelService.Trained(plan.role(), spec.algorithm(), spec.options(), spec.seed(), snapshot,
                learnt.report().tookMillis(watch.last().elapsedMillis()), learnt.model(), Footprint.of(all)),
                watch::checkCancelled, (connection, model) -> {
                    watch.requireLock();
                    TrainingTable.complete(connection, watch.claim(), watch.last(), model);
                });
    }

    private Learnt learnt(TrainingPlan plan, RatingMatrix all, String content, TrainingWatch watch,
            TrainingCheckpoints kept) {
        TrainingSpec spec = plan.spec();
        Split judged = Split.random(all, spec.holdout(), spec.seed(), watch::checkCancelled);
        Split chosen = Split.random(judged.train(), spec.validation(), spec.seed() + 1, watch::checkCancelled);
        if (chosen.train().size() == 0) {
            throw new TrainingFailed("There are too few ratings to hold some out: " + all.size() + ". Import more.");
        }
        Optional<ModelReport> before = kept.open(fingerprint(plan, all, content, chosen));
        if (!spec.refit()) {
            return judged(plan, judged, chosen, watch, kept);
        }
        ModelReport report = before.orElseGet(() -> judged(plan, judged, chosen, watch, kept).report());
        return new Learnt(refitted(plan, all, report, watch, kept), report);
    }

    /** Everything that decides the model, as far as it may differ at another start of the service. */
    private static String fingerprint(TrainingPlan plan, RatingMatrix all, String content, Split chosen) {
        return String.join(" ", Fingerprint.of(all), Fingerprint.of(chosen.train()),
                plan.estimator().options().toString(), plan.spec().role(), String.valueOf(plan.spec().refit()),
                content).strip();
    }

    private Learnt judged(TrainingPlan plan, Split judged, Split chosen, TrainingWatch watch,
            TrainingCheckpoints kept) {
        TrainingSpec spec = plan.spec();
        watch.phase(Phase.TRAINING);
        HeldOut validation = chosen.heldOut().size() == 0 ? null : chosen.heldOut();
        TrainResult result = resumed(kept,
                () -> plan.estimator().train(chosen.train(), validation, kept.listener()));
        watch.phase(Phase.EVALUATING);
        Judgement judgement = Judgement.of(plan.role(), result, judged, spec.seed(), modelConfig.supportDamping(),
                watch);
        String note = MissingFigures.note(spec.validation(), judged, chosen, result, judgement);
        return new Learnt(result.model(),
                judgement.report(result, spec.refit(), watch.last().elapsedMillis(), note));
    }

    private FactorModel refitted(TrainingPlan plan, RatingMatrix all, ModelReport report, TrainingWatch watch,
            TrainingCheckpoints kept) {
        kept.secondPhase(report);
        watch.phase(Phase.REFITTING);
        return resumed(kept, () -> plan.estimator().forEpochs(report.epochs()).train(all, null, kept.listener()))
                .model();
    }

    /** Begins again where a checkpoint turns out to be of no use. */
    private static TrainResult resumed(TrainingCheckpoints kept, Supplier<TrainResult> training) {
        try {
            return training.get();
        } catch (CorruptData e) {
            if (!kept.withoutDamaged(e)) {
                throw e;
            }
            return training.get();
        }
    }

    private RatingMatrix load(TrainingWatch watch) {
        RatingMatrixBuilder builder = RatingMatrix.builder();
        long[] rows = {0};
        ratings.readAll((user, movie, rating, seconds) -> {
            if (++rows[0] % CHECK_EVERY == 0) {
                watch.checkCancelled();
            }
            builder.add(user, movie, rating, seconds);
        });
        return builder.build(watch::checkCancelled);
    }

    private void requireEnough(RatingMatrix all) {
        if (all.size() < config.minRatings()) {
            throw new TrainingFailed("There are " + all.size() + " ratings; a training needs " + config.minRatings()
                    + " (marquee.training.min-ratings). Import more: POST /api/v1/imports.");
        }
    }
}
