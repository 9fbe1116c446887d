package dev.marquee.cf.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.marquee.cf.app.training.Outcome;
import dev.marquee.cf.app.training.Place;
import dev.marquee.cf.app.training.Progress;
import dev.marquee.cf.app.training.TrainingJob;
import dev.marquee.cf.app.training.TrainingSpec;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A training, all of it; what is not known is {@code null}. Its parts are no objects of their own in JSON.
 *
 * @param modelId the model that came of it
 * @param error why it ended without one
 * @param note what is worth telling of its course
 */
@Schema(name = "TrainingJob", description = "A training, running or finished")
public record TrainingView(@Schema(examples = "7") long id, TrainingStateView state, @JsonUnwrapped Spec spec,
        @JsonUnwrapped Course course, @Nullable Long modelId, @Nullable String error,
        @Schema(examples = "Resumed from epoch 12 after an interruption.") @Nullable String note,
        @JsonUnwrapped Where where, Instant startedAt, @Nullable Instant finishedAt) {

    static TrainingView of(TrainingJob job) {
        Outcome outcome = job.outcome();
        return new TrainingView(job.id(), TrainingStateView.of(outcome.state()), Spec.of(job.spec()),
                Course.of(job.progress()), outcome.modelId(), outcome.error(), job.note(), Where.of(job.place()),
                job.startedAt(), outcome.endedAt());
    }

    /**
     * What was asked of it.
     *
     * @param options all hyper-parameters, defaults included
     */
    public record Spec(@Schema(examples = "sgd") String algorithm, @Schema(examples = "rating") String role,
            @Schema(examples = "{\"factors\": 64}") Map<String, Object> options, @Schema(examples = "42") long seed,
            @Schema(examples = "0.1") double holdout) {

        static Spec of(TrainingSpec spec) {
            return new Spec(spec.algorithm(), spec.role(), spec.options(), spec.seed(), spec.holdout());
        }
    }

    /**
     * How far it is.
     *
     * @param phase what it is doing: {@code starting}, {@code loading}, {@code training}, {@code evaluating},
     *            {@code refitting}, {@code storing}
     * @param epoch epochs done in this phase
     * @param epochs how many there are at most
     * @param trainMetric what the figure of the ratings that it learns from is, such as {@code rmse}
     * @param trainValue on the ratings that it learns from, after this epoch
     * @param validationMetric what the figure of the held-out ratings is, such as {@code rmse} or {@code ndcg@10}
     * @param validationValue on the held-out ratings, after this epoch
     * @param remainingMillis an estimate for the whole job
     */
    public record Course(@Schema(examples = "training") String phase, @Schema(examples = "12") int epoch,
            @Schema(examples = "30") int epochs, @Schema(examples = "rmse") @Nullable String trainMetric,
            @Schema(examples = "0.7421") @Nullable Double trainValue,
            @Schema(examples = "rmse") @Nullable String validationMetric,
            @Schema(examples = "0.8613") @Nullable Double validationValue,
            @Schema(examples = "5120") long elapsedMillis,
            @Schema(examples = "7600") @Nullable Long remainingMillis) {

        static Course of(Progress now) {
            return new Course(now.phase(), now.epoch(), now.epochs(), now.train().metric(), now.train().value(),
                    now.validation().metric(), now.validation().value(), now.elapsedMillis(), now.remainingMillis());
        }
    }

    /**
     * Where it runs.
     *
     * @param deviceReason why there
     */
    public record Where(@Schema(examples = "CPU (8 threads)") @Nullable String device,
            @Schema(examples = "device=auto found no GPU (OpenCL: there is no library libOpenCL.so.1)") @Nullable String deviceReason) {

        static Where of(Place place) {
            return new Where(place.device(), place.reason());
        }
    }
}
