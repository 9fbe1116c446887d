package dev.marquee.cf.eval;

import dev.marquee.cf.train.TrainProgress;
import dev.marquee.cf.train.TrainResult;
import java.util.List;

/**
 * One epoch of a learning curve.
 *
 * @param epoch from 1
 * @param train figure of the ratings trained on; its name is that of the training's metric, such as {@code rmse}
 * @param validation figure of the ratings held out; {@code null} where none were
 * @param seconds since the start of the training
 */
public record CurvePoint(int epoch, String trainMetric, double train, String validationMetric, Double validation,
        double seconds) {

    /** The curve of a training. */
    public static List<CurvePoint> of(TrainResult result) {
        return result.history().stream().map(CurvePoint::of).toList();
    }

    private static CurvePoint of(TrainProgress progress) {
        return new CurvePoint(progress.epoch(), progress.trainMetric().id(), progress.train(),
                progress.validationMetric().id(),
                Double.isNaN(progress.validation()) ? null : (Double) progress.validation(),
                progress.elapsed().toNanos() / 1e9);
    }
}
