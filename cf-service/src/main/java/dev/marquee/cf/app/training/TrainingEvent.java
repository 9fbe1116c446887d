package dev.marquee.cf.app.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A state of a training for those who follow it: as {@link TrainingJob}, but what never changes is in the first event of a
 * stream alone, notes and device are told again only where they change, and what is not known is left out.
 *
 * @param algorithm in the first event, and so are role, options, seed, holdout and startedAt
 */
@Schema(description = "A state of a training. What never changes (algorithm, role, options, seed, holdout, startedAt) is in"
        + " the first event of a stream alone; note, device and deviceReason are told where they change; what is not known is"
        + " left out")
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record TrainingEvent(@Schema(examples = "7") long id, TrainingState state,
        @Schema(examples = "sgd") String algorithm, @Schema(examples = "rating") String role,
        @Schema(examples = "{\"factors\": 64}") Map<String, Object> options, @Schema(examples = "42") Long seed,
        @Schema(examples = "0.1") Double holdout, @Schema(examples = "training") String phase,
        @Schema(examples = "12") int epoch, @Schema(examples = "30") int epochs,
        @Schema(examples = "rmse") String trainMetric, @Schema(examples = "0.7421") Double trainValue,
        @Schema(examples = "rmse") String validationMetric, @Schema(examples = "0.8613") Double validationValue,
        @Schema(examples = "5120") long elapsedMillis, @Schema(examples = "7600") Long remainingMillis, Long modelId,
        String error, String note, String device, String deviceReason, Instant startedAt, Instant finishedAt) {

    /** All of it. */
    static TrainingEvent first(TrainingJob job) {
        return new TrainingEvent(job.id(), job.state(), job.algorithm(), job.role(), job.options(), job.seed(),
                job.holdout(), job.phase(), job.epoch(), job.epochs(), job.trainMetric(), job.trainValue(),
                job.validationMetric(), job.validationValue(), job.elapsedMillis(), job.remainingMillis(),
                job.modelId(), job.error(), job.note(), job.device(), job.deviceReason(), job.startedAt(),
                job.finishedAt());
    }

    /**
     * What may change.
     *
     * @param before the event before; what is seldom told anew is left out where it still says the same
     */
    static TrainingEvent later(TrainingJob before, TrainingJob job) {
        return new TrainingEvent(job.id(), job.state(), null, null, null, null, null, job.phase(), job.epoch(),
                job.epochs(), job.trainMetric(), job.trainValue(), job.validationMetric(), job.validationValue(),
                job.elapsedMillis(), job.remainingMillis(), job.modelId(), job.error(),
                anew(before.note(), job.note()), anew(before.device(), job.device()),
                anew(before.deviceReason(), job.deviceReason()), null, job.finishedAt());
    }

    private static String anew(String before, String now) {
        return Objects.equals(before, now) ? null : now;
    }
}
