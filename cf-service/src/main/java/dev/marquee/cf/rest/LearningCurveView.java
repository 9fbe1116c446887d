package dev.marquee.cf.rest;

import dev.marquee.cf.eval.CurvePoint;
import dev.marquee.cf.eval.LearningCurve;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a training went, epoch by epoch.
 *
 * @param trainMetric what is known of the ratings trained on, such as {@code rmse}
 * @param validationMetric what is known of those held out
 * @param bestEpoch the one whose model was kept, from 1
 */
@Schema(name = "LearningCurve")
public record LearningCurveView(String trainMetric, String validationMetric, int bestEpoch, List<Point> points) {

    /**
     * One epoch.
     *
     * @param epoch from 1
     * @param validation {@code null} where no ratings were held out
     * @param seconds since the start of the training
     */
    @Schema(name = "CurvePoint")
    public record Point(int epoch, double train, @Nullable Double validation, double seconds) {
        private static Point of(CurvePoint point) {
            return new Point(point.epoch(), point.train(), point.validation(), point.seconds());
        }
    }

    static LearningCurveView of(LearningCurve curve) {
        return new LearningCurveView(curve.trainMetric(), curve.validationMetric(), curve.bestEpoch(),
                curve.points().stream().map(Point::of).toList());
    }
}
