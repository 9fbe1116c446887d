package dev.marquee.cf.check.stage;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainOptions;
import dev.marquee.cf.train.TrainResult;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Trainings on a device that is not chosen by the options but given. */
final class OnDevice {

    private OnDevice() {}

    /** @param devices opens the device, which the training closes */
    static <O extends TrainOptions> TrainResult train(Estimator<O> estimator, Supplier<Device> devices,
            RatingMatrix ratings, @Nullable HeldOut heldOut, TrainListener listener) {
        return estimator.algorithm().deviceTrainer().orElseThrow().apply(devices).train(ratings, heldOut,
                estimator.options(), listener);
    }
}
