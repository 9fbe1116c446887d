package dev.marquee.cf.train.ials;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.ondevice.DeviceWork;
import dev.marquee.cf.train.solve.RowSolver;
import dev.marquee.cf.train.support.Course;
import dev.marquee.cf.train.support.RankingValidation;
import dev.marquee.cf.train.support.Workers;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@link IalsTrainer} on a device. A row is not solved exactly but taken a few steps of the conjugate gradient method
 * nearer to its solution in each iteration, from where the iteration before left it (Takács, Pilászy and Tikk 2011,
 * "Applications of the conjugate gradient method for implicit feedback collaborative filtering"): that needs no matrix
 * of a row's own, and each step reads the row's ratings once. Factors stay on the device from the first iteration to
 * the last, and lists for the validation are made there; a model is read from it when it is the best so far, and the
 * numbers when a checkpoint is due.
 *
 * <p>
 * The same device gives the same model to the bit, however much memory it has. Thread-safe.
 */
final class DeviceIalsTrainer implements Trainer<IalsOptions> {
    private final Supplier<Device> devices;

    /** @param devices opens the device for one training, which closes it */
    DeviceIalsTrainer(Supplier<Device> devices) {
        this.devices = devices;
    }

    @Override
    public TrainResult train(RatingMatrix train, @Nullable HeldOut validation, IalsOptions options,
            TrainListener listener) {
        Trainer.requireRatings(train);
        try (Workers one = new Workers(1, listener); Device device = devices.get()) {
            RankingValidation lists = RankingValidation.find(train, validation, one);
            Course course = IalsTrainer.course(lists, options, listener);
            DeviceWork work = DeviceWork.of(device, options.factors(), Ials.DEVICE_FACTORS, listener);
            DeviceIals ials = new DeviceIals(work, train, lists, options, IalsTrainer.weights(train, options, one));
            course.begin(ials.state(), ials::model);
            ials.begin();
            boolean more = true;
            while (more) {
                if (!ials.iterate()) {
                    throw course.failed(new RowSolver.Unsolvable().getMessage());
                }
                more = course.epochJudged(ials.trainError(), ials::ndcg, ials::model);
            }
            return course.result();
        }
    }
}
