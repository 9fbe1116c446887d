package dev.marquee.cf.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.marquee.cf.app.models.ModelReport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How good a model is, see {@link ModelReport}; figures that there are none of are left out.
 */
@Schema(name = "ModelReport", description = "How good the model is on ratings that were held out of the training")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelReportView(@Schema(examples = "0.8712") Double rmse, @Schema(examples = "0.6689") Double mae,
        @Schema(examples = "0.2614") Double ndcgAt10, @Schema(examples = "0.3357") Double recallAt20,
        @Schema(examples = "0.7081") Double hitRateAt10, @Schema(examples = "0.1213") Double coverageAt10,
        @Schema(examples = "608") Integer lists, @Schema(examples = "10083") int heldOut,
        @Schema(examples = "rmse") String trainMetric, @Schema(examples = "0.7421") double trainValue,
        @Schema(examples = "rmse") String validationMetric, @Schema(examples = "0.8733") Double validationValue,
        @Schema(examples = "17") int epochs, boolean refitted, @Schema(examples = "2340") long trainMillis,
        @Schema(examples = "CPU (8 threads)") String device,
        @Schema(examples = "device=cpu was asked for") String deviceReason,
        LearningCurveView learningCurve,
        @Schema(examples = "Trained without a validation value (nobody liked a movie that was held out for it): all 16 epochs were run.") String note) {

    static ModelReportView of(ModelReport report) {
        return new ModelReportView(report.rmse(), report.mae(), report.ndcgAt10(), report.recallAt20(),
                report.hitRateAt10(), report.coverageAt10(), report.lists(), report.heldOut(), report.trainMetric(),
                report.trainValue(), report.validationMetric(), report.validationValue(), report.epochs(),
                report.refitted(), report.trainMillis(), report.device(), report.deviceReason(),
                report.learningCurve() == null ? null : LearningCurveView.of(report.learningCurve()), report.note());
    }
}
