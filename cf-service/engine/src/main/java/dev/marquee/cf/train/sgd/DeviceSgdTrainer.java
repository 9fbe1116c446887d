package dev.marquee.cf.train.sgd;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.ondevice.DeviceWork;
import dev.marquee.cf.train.support.Course;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@link SgdTrainer} on a device: the same steps, but many at once ({@link SgdRounds}), so a model as good, but not the
 * same. Factors stay on the device from the first epoch to the last; a model is read from it when it is the best so
 * far, and the numbers when a checkpoint is due.
 *
 * <p>
 * The model depends on the seed and, to rounding, on the kind of device, and on nothing else. Thread-safe.
 */
final class DeviceSgdTrainer implements Trainer<SgdOptions> {
    private final Supplier<Device> devices;

    /** @param devices opens the device for one training, which closes it */
    DeviceSgdTrainer(Supplier<Device> devices) {
        this.devices = devices;
    }

    @Override
    public TrainResult train(RatingMatrix train, @Nullable HeldOut validation, SgdOptions options,
            TrainListener listener) {
        Trainer.requireRatings(train);
        Course course = SgdTrainer.course(validation, options, listener);
        try (Device device = devices.get()) {
            DeviceWork work = DeviceWork.of(device, options.factors(), listener);
            DeviceSgd sgd = new DeviceSgd(work, train, validation, options);
            course.begin(sgd.state(), sgd::model);
            sgd.begin();
            boolean more = true;
            while (more) {
                more = course.epochJudged(sgd.epoch(), sgd::validationRmse, sgd::model);
            }
        }
        return course.result();
    }
}
