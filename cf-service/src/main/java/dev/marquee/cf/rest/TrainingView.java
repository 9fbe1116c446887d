package dev.marquee.cf.rest;

import dev.marquee.cf.app.training.Outcome;
import dev.marquee.cf.app.training.Progress;
import dev.marquee.cf.app.training.TrainingJob;
import dev.marquee.cf.app.training.TrainingSpec;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A training, all of it; what is not known is {@code null}.
 *
 * @param options all hyper-parameters, defaults included
 * @param phase what it is doing: {@code starting}, {@code loading}, {@code training}, {@code scoring} (what
 *            {@code lists} does after its epochs, both times), {@code evaluating}, {@code refitting}, {@code storing}
 * @param epoch epochs done in this phase, or steps while it is {@code scoring}
 * @param epochs how many there are at most
 * @param trainMetric what the figure of the ratings that it learns from is, such as {@code rmse}
 * @param trainValue on the ratings that it learns from, after this epoch
 * @param validationMetric what the figure of the held-out ratings is, such as {@code rmse} or {@code ndcg@10}
 * @param validationValue on the held-out ratings, after this epoch
 * @param remainingMillis an estimate for the whole job
 * @param modelId the model that came of it
 * @param error why it ended without one
 * @param note what is worth telling of its course
 * @param device where it runs
 * @param deviceReason why there
 */
@Schema(name = "TrainingJob", description = "A training, running or finished")
public record TrainingView(@Schema(examples = "7") long id, TrainingStateView state,
        @Schema(examples = "sgd") String algorithm, @Schema(examples = "rating") String role,
        @Schema(examples = "{\"factors\": 64}") Map<String, Object> options, @Schema(examples = "42") long seed,
        @Schema(examples = "0.1") double holdout, @Schema(examples = "training") String phase,
        @Schema(examples = "12") int epoch, @Schema(examples = "30") int epochs,
        @Schema(examples = "rmse") @Nullable String trainMetric,
        @Schema(examples = "0.7421") @Nullable Double trainValue,
        @Schema(examples = "rmse") @Nullable String validationMetric,
        @Schema(examples = "0.8613") @Nullable Double validationValue,
        @Schema(examples = "5120") long elapsedMillis, @Schema(examples = "7600") @Nullable Long remainingMillis,
        @Nullable Long modelId,
        @Nullable String error,
        @Schema(examples = "Resumed from epoch 12 after an interruption.") @Nullable String note,
        @Schema(examples = "CPU (8 threads)") @Nullable String device,
        @Schema(examples = "device=auto found no GPU (OpenCL: there is no library libOpenCL.so.1)") @Nullable String deviceReason,
        Instant startedAt, @Nullable Instant finishedAt) {

    static TrainingView of(TrainingJob job) {
        TrainingSpec spec = job.spec();
        Progress now = job.progress();
        Outcome outcome = job.outcome();
        return new TrainingView(job.id(), TrainingStateView.of(outcome.state()), spec.algorithm(), spec.role(),
                spec.options(), spec.seed(), spec.holdout(), now.phase(), now.epoch(), now.epochs(),
                now.train().metric(), now.train().value(), now.validation().metric(), now.validation().value(),
                now.elapsedMillis(), now.remainingMillis(), outcome.modelId(), outcome.error(), job.note(),
                job.place().device(), job.place().reason(), job.startedAt(), outcome.endedAt());
    }
}
