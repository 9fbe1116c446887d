package dev.marquee.cf.eval;

import dev.marquee.cf.train.TrainProgress;
import dev.marquee.cf.train.TrainResult;
import java.util.List;

/**
 * How a training went, epoch by epoch.
 *
 * @param trainMetric what is known of the ratings trained on, such as {@code rmse}
 * @param validationMetric what is known of those held out
 * @param bestEpoch the one whose model was kept, from 1
 * @param points one or more; epochs of models that were only trained to learn others from are left out
 */
public record LearningCurve(String trainMetric, String validationMetric, int bestEpoch, List<CurvePoint> points) {

    public static LearningCurve of(TrainResult result) {
        TrainProgress first = result.history().getFirst();
        return new LearningCurve(first.trainMetric().id(), first.validationMetric().id(), result.bestEpoch(),
                result.history().stream().skip(result.apart()).map(LearningCurve::point).toList());
    }

    private static CurvePoint point(TrainProgress progress) {
        return new CurvePoint(progress.epoch(), progress.train(),
                Double.isNaN(progress.validation()) ? null : (Double) progress.validation(),
                progress.elapsed().toNanos() / 1e9);
    }
}
