package dev.marquee.cf.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.marquee.cf.app.training.Outcome;
import dev.marquee.cf.app.training.Progress;
import dev.marquee.cf.app.training.TrainingJob;
import dev.marquee.cf.app.training.TrainingSpec;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
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
            AtomicReference<@Nullable TrainingJob> told = new AtomicReference<>();
            return states.map(now -> of(told.getAndSet(now), now));
        });
    }

    /** @param before what the event before told of; {@code null}: this is the first, which tells all of it */
    private static TrainingEvent of(@Nullable TrainingJob before, TrainingJob now) {
        boolean first = before == null;
        TrainingSpec spec = now.spec();
        Progress course = now.progress();
        Outcome outcome = now.outcome();
        return new TrainingEvent(now.id(), TrainingStateView.of(outcome.state()), once(first, spec.algorithm()),
                once(first, spec.role()), once(first, spec.options()), once(first, spec.seed()),
                once(first, spec.holdout()), course.phase(), course.epoch(), course.epochs(), course.train().metric(),
                course.train().value(), course.validation().metric(), course.validation().value(),
                course.elapsedMillis(), course.remainingMillis(), outcome.modelId(), outcome.error(),
                anew(before, now, TrainingJob::note), anew(before, now, job -> job.place().device()),
                anew(before, now, job -> job.place().reason()), once(first, now.startedAt()), outcome.endedAt());
    }

    /** What never changes. */
    private static <T> @Nullable T once(boolean first, T value) {
        return first ? value : null;
    }

    /** What is seldom told anew; {@code null} where it still says the same. */
    private static @Nullable String anew(@Nullable TrainingJob before, TrainingJob now,
            Function<TrainingJob, @Nullable String> what) {
        String text = what.apply(now);
        return before != null && Objects.equals(what.apply(before), text) ? null : text;
    }
}
