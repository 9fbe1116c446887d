package dev.marquee.cf.train;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.choice.ChosenDevice;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.common.error.InvalidRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An algorithm with its options: all that a training needs besides ratings. Immutable.
 *
 * @param <O> the algorithm's options
 */
public record Estimator<O extends TrainOptions>(Algorithm<O> algorithm, O options) {

    /**
     * With some options replaced by name.
     *
     * @param overrides option names to numbers, booleans, words, or texts of these
     * @throws InvalidRequest naming the option that is unknown, of the wrong type, or out of range
     */
    public Estimator<O> with(Map<String, ?> overrides) {
        if (overrides.containsKey("device") && algorithm.deviceTrainer().isEmpty()) {
            throw new InvalidRequest("device",
                    "is no option of " + algorithm.id() + ", which has no kernels for devices and trains on the CPU");
        }
        return new Estimator<>(algorithm, OptionOverrides.apply(options, overrides));
    }

    /** With this seed, where chance takes part. */
    public Estimator<O> withSeed(long seed) {
        return options.random() ? with(Map.of("seed", seed)) : this;
    }

    /**
     * With the number of threads that this machine would choose, where the model depends on it and it is left open: a
     * training that goes on elsewhere, or is done again there, then gives the same model.
     *
     * @param cores of this machine
     */
    public Estimator<O> pinned(int cores) {
        return options.threadsMatter() && options.threads() == 0
                ? with(Map.of("threads", Math.min(cores, TrainOptions.MAX_THREADS)))
                : this;
    }

    /** Exactly so many epochs. */
    public Estimator<O> forEpochs(int epochs) {
        return new Estimator<>(algorithm, algorithm.forEpochs(options, epochs));
    }

    /** What gives newcomers a vector in a model that was trained by this. */
    public Folding folding(FactorModel model) {
        return algorithm.folding(model, options);
    }

    /**
     * Where a training would run now. Nothing is opened.
     *
     * @throws InvalidRequest for the option {@code device} if there is no such device, and for {@code algorithm} if it
     *             cannot be trained here
     */
    public Placement placement() {
        algorithm.requireTrainable();
        return Placement.of(options, chosen());
    }

    private ChosenDevice chosen() {
        return algorithm.deviceTrainer().isEmpty()
                ? ChosenDevice.cpuEngine("the algorithm has no kernels for devices")
                : DeviceOption.choose(options, algorithm.deviceFactors());
    }

    /**
     * Opens the device that a training would run on; whoever opens it closes it. Empty where it would run on the CPU.
     *
     * @throws InvalidRequest for the option {@code device} if there is no such device
     * @throws dev.marquee.common.error.TrainingFailed if the device does not answer
     */
    public Optional<Device> openDevice() {
        ChosenDevice chosen = chosen();
        return chosen.isCpuEngine() ? Optional.empty() : Optional.of(chosen.open());
    }

    /**
     * Trains where the options say; see {@link Trainer#train}. A model that predicts stars then has a place for those
     * of whom nothing is known, and where it tells how sure it is, it tells so of newcomers.
     *
     * @throws InvalidRequest for the option {@code device} if there is no such device
     */
    public TrainResult train(RatingMatrix train, @Nullable HeldOut validation, TrainListener listener) {
        ChosenDevice chosen = chosen();
        Placement placement = Placement.of(options, chosen);
        listener.runsOn(placement);
        Trainer<O> trainer = chosen.isCpuEngine()
                ? algorithm.trainer()
                : algorithm.deviceTrainer().orElseThrow().apply(chosen::open);
        TrainResult result = trainer.train(train, validation, options, listener).on(placement);
        return algorithm.roles().contains(Role.RATING)
                ? result.with(placed(result.model(), train, listener))
                : result;
    }

    private FactorModel placed(FactorModel trained, RatingMatrix train, TrainListener listener) {
        FactorModel placed = Newcomer.placed(trained, train, listener::checkCancelled);
        return NewcomerErrors.learnt(placed, train, folding(placed), listener::checkCancelled);
    }
}
