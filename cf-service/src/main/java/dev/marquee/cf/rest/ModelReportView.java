package dev.marquee.cf.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.marquee.cf.app.models.ModelReport;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How good a model is, see {@link ModelReport}; figures that there are none of are left out.
 */
@Schema(name = "ModelReport", description = "How good the model is on ratings that were held out of the training")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelReportView(@Schema(examples = "0.8712") @Nullable Double rmse,
        @Schema(examples = "0.6689") @Nullable Double mae,
        @Schema(examples = "0.2614") @Nullable Double ndcgAt10,
        @Schema(examples = "0.3357") @Nullable Double recallAt20,
        @Schema(examples = "0.7081") @Nullable Double hitRateAt10,
        @Schema(examples = "0.1213") @Nullable Double coverageAt10,
        @Schema(examples = "608") @Nullable Integer lists, @Schema(examples = "10083") int heldOut,
        @Schema(examples = "rmse") @Nullable String trainMetric, @Schema(examples = "0.7421") double trainValue,
        @Schema(examples = "rmse") @Nullable String validationMetric,
        @Schema(examples = "0.8733") @Nullable Double validationValue,
        @Schema(examples = "17") int epochs, boolean refitted, @Schema(examples = "2340") long trainMillis,
        @Schema(examples = "CPU (8 threads)") @Nullable String device,
        @Schema(examples = "device=cpu was asked for") @Nullable String deviceReason,
        @Nullable LearningCurveView learningCurve, @Nullable List<CalibrationView> calibration,
        @Schema(examples = "Trained without a validation value (nobody liked a movie that was held out for it): all 16 epochs were run.") @Nullable String note) {

    static ModelReportView of(ModelReport report) {
        return new ModelReportView(report.rmse(), report.mae(), report.ndcgAt10(), report.recallAt20(),
                report.hitRateAt10(), report.coverageAt10(), report.lists(), report.heldOut(), report.trainMetric(),
                report.trainValue(), report.validationMetric(), report.validationValue(), report.epochs(),
                report.refitted(), report.trainMillis(), report.device(), report.deviceReason(),
                report.learningCurve() == null ? null : LearningCurveView.of(report.learningCurve()),
                report.calibration() == null ? null : report.calibration().stream().map(CalibrationView::of).toList(),
                report.note());
    }
}
