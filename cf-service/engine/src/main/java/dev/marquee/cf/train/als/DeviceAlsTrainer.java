package dev.marquee.cf.train.als;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.ondevice.DeviceWork;
import dev.marquee.cf.train.solve.RowSolver;
import dev.marquee.cf.train.support.Course;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@link AlsTrainer} on a device: the same model by the same steps, up to rounding. Factors stay on the device from the
 * first iteration to the last; a model is read from it when it is the best so far, and the numbers when a checkpoint is
 * due.
 *
 * <p>
 * The same device gives the same model to the bit, however much memory it has. Thread-safe.
 */
final class DeviceAlsTrainer implements Trainer<AlsOptions> {
    private final Supplier<Device> devices;

    /** @param devices opens the device for one training, which closes it */
    DeviceAlsTrainer(Supplier<Device> devices) {
        this.devices = devices;
    }

    @Override
    public TrainResult train(RatingMatrix train, @Nullable HeldOut validation, AlsOptions options,
            TrainListener listener) {
        Trainer.requireRatings(train);
        Course course = AlsTrainer.course(validation, options, listener);
        try (Device device = devices.get()) {
            DeviceWork work = DeviceWork.of(device, options.factors(), listener);
            DeviceAls als = new DeviceAls(work, train, validation, options);
            if (course.begin(als.state(), als::model) > 0) {
                als.restoreMeans();
            }
            boolean more = true;
            while (more) {
                if (!als.iterate()) {
                    throw course.failed(new RowSolver.Unsolvable().getMessage());
                }
                more = course.epochJudged(als.trainRmse(), als::validationRmse, als::model);
            }
        }
        return course.result();
    }
}
