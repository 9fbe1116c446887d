package dev.marquee.cf.train.sgd;

import dev.marquee.cf.train.DeviceOption;
import dev.marquee.cf.train.TrainOptions;
import dev.marquee.cf.train.prior.ImplicitPrior;
import dev.marquee.cf.train.solve.FoldIn;
import dev.marquee.cf.train.solve.Penalty;

/**
 * Settings of {@link SgdTrainer}.
 *
 * @param factors k, 1 to {@value TrainOptions#MAX_FACTORS}
 * @param epochs passes over the ratings at most, 1 to 1000
 * @param learningRate η, the step of a parameter that has not moved yet; more than 0, at most 1
 * @param regularization λ of the factors, 0 to 1000; see {@link Penalty}
 * @param weighting w: λ of a row with n ratings is multiplied by n^w; 0: the same for all rows, 1: the same for each
 *            rating
 * @param biasRegularization λ of the biases, 0 to 1000; the same for all rows
 * @param implicitRegularization λ of the implicit features, 0 to 100,000; 0: does without them; see
 *            {@link ImplicitPrior}
 * @param patience epochs without a better validation RMSE before the training stops; 0: never stops early
 * @param seed of the start and of the order
 * @param threads 0: one for each core; the model depends on their number; without a meaning on a device
 * @param device where to train: {@code cpu}, {@code gpu}, {@code opencl} or {@code auto}; see
 *            {@link dev.marquee.common.device.DeviceChoice}
 */
public record SgdOptions(int factors, int epochs, double learningRate, double regularization, double weighting,
        double biasRegularization, double implicitRegularization, int patience, long seed,
        int threads, String device) implements TrainOptions {

    /** Tuned on validation splits of MovieLens 100K and 1M; see the module's README. */
    public static final SgdOptions DEFAULTS = new SgdOptions(64, 50, 0.1, 1.8, 0.5, 4, 60, 3, 42, 0);

    public SgdOptions {
        TrainOptions.requireRange("factors", factors, 1, MAX_FACTORS);
        TrainOptions.requireRange("epochs", epochs, 1, 1000);
        TrainOptions.requireRange("learningRate", learningRate, 1e-6, 1);
        TrainOptions.requireRange("regularization", regularization, 0, 1000);
        TrainOptions.requireRange("weighting", weighting, 0, 1);
        TrainOptions.requireRange("biasRegularization", biasRegularization, 0, 1000);
        TrainOptions.requireRange("implicitRegularization", implicitRegularization, 0, 100_000);
        TrainOptions.requireRange("patience", patience, 0, 1000);
        TrainOptions.requireRange("threads", threads, 0, MAX_THREADS);
        device = DeviceOption.checked(device, factors);
    }

    /** Each thread has ratings of its own, so their number decides the order of all. */
    @Override
    public boolean threadsMatter() {
        return true;
    }

    /** On the CPU. */
    public SgdOptions(int factors, int epochs, double learningRate, double regularization, double weighting,
            double biasRegularization, double implicitRegularization, int patience, long seed, int threads) {
        this(factors, epochs, learningRate, regularization, weighting, biasRegularization, implicitRegularization,
                patience, seed, threads, "cpu");
    }

    /** How rows are held back; what a {@link FoldIn} into the trained model should use too. */
    public Penalty penalty() {
        return new Penalty(regularization, weighting, biasRegularization, 0);
    }

    /** The same, but exactly so many epochs. */
    SgdOptions forEpochs(int exactly) {
        return new SgdOptions(factors, exactly, learningRate, regularization, weighting, biasRegularization,
                implicitRegularization, 0, seed, threads, device);
    }
}
