package dev.marquee.cf.train.support;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.measure.RatingErrors;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Metric;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a model is judged by ratings that are held out of its training.
 *
 * @param metric what the judge measures
 * @param judge {@code null} where nothing is held out to judge by
 */
public record Validation(Metric metric, @Nullable ToDoubleFunction<FactorModel> judge) {

    /**
     * By the error of predicted stars.
     *
     * @param heldOut may be empty or {@code null}
     */
    static Validation ofStars(@Nullable HeldOut heldOut) {
        return new Validation(Metric.RMSE,
                heldOut == null || heldOut.size() == 0 ? null : model -> RatingErrors.of(model, heldOut).rmse());
    }

    boolean absent() {
        return judge == null;
    }
}
