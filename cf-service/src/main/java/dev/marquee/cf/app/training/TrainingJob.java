package dev.marquee.cf.app.training;

import dev.marquee.cf.train.Placement;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The record of one training, and each of its events.
 *
 * @param options all hyper-parameters, defaults included
 * @param phase what it is doing: {@code loading}, {@code training}, {@code evaluating}, {@code refitting}, {@code storing}
 * @param epoch epochs done in this phase
 * @param epochs how many there are at most
 * @param trainMetric what the figure of the ratings that it learns from is, such as {@code rmse}
 * @param trainValue on the ratings that it learns from, after this epoch
 * @param validationMetric what the figure of the held-out ratings is, such as {@code rmse} or {@code ndcg@10}
 * @param validationValue on the held-out ratings, after this epoch
 * @param remainingMillis an estimate for the whole job; {@code null} where there is none yet
 * @param modelId the model that came of it
 * @param error why it ended without one
 * @param note what is worth telling of its course; {@code null} where nothing is
 * @param device where it runs; {@code null} before that is known, and of trainings from before there was a choice
 * @param deviceReason why there
 */
@Schema(description = "A training, running or finished")
public record TrainingJob(@Schema(examples = "7") long id, TrainingState state,
        @Schema(examples = "sgd") String algorithm, @Schema(examples = "rating") String role,
        @Schema(examples = "{\"factors\": 64}") Map<String, Object> options, @Schema(examples = "42") long seed,
        @Schema(examples = "0.1") double holdout, @Schema(examples = "training") String phase,
        @Schema(examples = "12") int epoch, @Schema(examples = "30") int epochs,
        @Schema(examples = "rmse") String trainMetric, @Schema(examples = "0.7421") Double trainValue,
        @Schema(examples = "rmse") String validationMetric, @Schema(examples = "0.8613") Double validationValue,
        @Schema(examples = "5120") long elapsedMillis, @Schema(examples = "7600") Long remainingMillis, Long modelId,
        String error, @Schema(examples = "Resumed from epoch 12 after an interruption.") String note,
        @Schema(examples = "CPU (8 threads)") String device,
        @Schema(examples = "device=auto found no GPU (OpenCL: there is no library libOpenCL.so.1)") String deviceReason,
        Instant startedAt, Instant finishedAt) {

    public boolean running() {
        return state == TrainingState.RUNNING;
    }

    TrainingJob with(Progress progress) {
        return new TrainingJob(id, state, algorithm, role, options, seed, holdout, progress.phase(), progress.epoch(),
                progress.epochs(), progress.trainMetric(), progress.trainValue(), progress.validationMetric(),
                progress.validationValue(), progress.elapsedMillis(), progress.remainingMillis(), modelId, error,
                note, device, deviceReason, startedAt, finishedAt);
    }

    TrainingJob withNote(String text) {
        return new TrainingJob(id, state, algorithm, role, options, seed, holdout, phase, epoch, epochs, trainMetric,
                trainValue, validationMetric, validationValue, elapsedMillis, remainingMillis, modelId, error, text,
                device, deviceReason, startedAt, finishedAt);
    }

    TrainingJob on(Placement engine) {
        return new TrainingJob(id, state, algorithm, role, options, seed, holdout, phase, epoch, epochs, trainMetric,
                trainValue, validationMetric, validationValue, elapsedMillis, remainingMillis, modelId, error, note,
                engine.device(), engine.reason(), startedAt, finishedAt);
    }

    /** How far a running training has come. */
    record Progress(String phase, int epoch, int epochs, String trainMetric, Double trainValue, String validationMetric,
            Double validationValue, long elapsedMillis, Long remainingMillis) {
        /** As the table has it. */
        static Progress of(TrainingJob job) {
            return new Progress(job.phase, job.epoch, job.epochs, job.trainMetric, job.trainValue, job.validationMetric,
                    job.validationValue, job.elapsedMillis, null);
        }

        /** The same figures at another time. */
        Progress at(String nowPhase, int nowEpoch, long elapsed, Long remaining) {
            return new Progress(nowPhase, nowEpoch, epochs, trainMetric, trainValue, validationMetric, validationValue,
                    elapsed, remaining);
        }
    }
}
