package dev.marquee.cf.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.marquee.cf.app.training.TrainingJob;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A state of a training for those who follow it: as {@link TrainingView}, but what never changes is in the first event
 * of a stream alone, notes and device are told again only where they change, and what is not known is left out.
 *
 * @param algorithm in the first event, and so are role, options, seed, holdout and startedAt
 */
@Schema(description = "A state of a training. What never changes (algorithm, role, options, seed, holdout, startedAt) is in"
        + " the first event of a stream alone; note, device and deviceReason are told where they change; what is not known is"
        + " left out")
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record TrainingEvent(@Schema(examples = "7") long id, TrainingStateView state,
        @Schema(examples = "sgd") @Nullable String algorithm, @Schema(examples = "rating") @Nullable String role,
        @Schema(examples = "{\"factors\": 64}") @Nullable Map<String, Object> options,
        @Schema(examples = "42") @Nullable Long seed,
        @Schema(examples = "0.1") @Nullable Double holdout, @Schema(examples = "training") String phase,
        @Schema(examples = "12") int epoch, @Schema(examples = "30") int epochs,
        @Schema(examples = "rmse") @Nullable String trainMetric,
        @Schema(examples = "0.7421") @Nullable Double trainValue,
        @Schema(examples = "rmse") @Nullable String validationMetric,
        @Schema(examples = "0.8613") @Nullable Double validationValue,
        @Schema(examples = "5120") long elapsedMillis, @Schema(examples = "7600") @Nullable Long remainingMillis,
        @Nullable Long modelId,
        @Nullable String error, @Nullable String note, @Nullable String device, @Nullable String deviceReason,
        @Nullable Instant startedAt, @Nullable Instant finishedAt) {

    /** The states of one training as a stream of events. */
    static Multi<TrainingEvent> of(Multi<TrainingJob> states) {
        return Multi.createFrom().deferred(() -> {
            AtomicReference<@Nullable TrainingView> told = new AtomicReference<>();
            return states.map(TrainingView::of).map(now -> {
                TrainingView before = told.getAndSet(now);
                return before == null ? first(now) : later(before, now);
            });
        });
    }

    /** All of it. */
    static TrainingEvent first(TrainingView now) {
        return new TrainingEvent(now.id(), now.state(), now.algorithm(), now.role(), now.options(), now.seed(),
                now.holdout(), now.phase(), now.epoch(), now.epochs(), now.trainMetric(), now.trainValue(),
                now.validationMetric(), now.validationValue(), now.elapsedMillis(), now.remainingMillis(),
                now.modelId(), now.error(), now.note(), now.device(), now.deviceReason(), now.startedAt(),
                now.finishedAt());
    }

    /**
     * What may change.
     *
     * @param before the event before; what is seldom told anew is left out where it still says the same
     */
    static TrainingEvent later(TrainingView before, TrainingView now) {
        return new TrainingEvent(now.id(), now.state(), null, null, null, null, null, now.phase(), now.epoch(),
                now.epochs(), now.trainMetric(), now.trainValue(), now.validationMetric(), now.validationValue(),
                now.elapsedMillis(), now.remainingMillis(), now.modelId(), now.error(),
                anew(before.note(), now.note()), anew(before.device(), now.device()),
                anew(before.deviceReason(), now.deviceReason()), null, now.finishedAt());
    }

    private static @Nullable String anew(@Nullable String before, @Nullable String now) {
        return Objects.equals(before, now) ? null : now;
    }
}
