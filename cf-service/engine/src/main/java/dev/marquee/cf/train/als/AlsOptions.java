package dev.marquee.cf.train.als;

import dev.marquee.cf.train.DeviceOption;
import dev.marquee.cf.train.TrainOptions;
import dev.marquee.cf.train.prior.ImplicitPrior;
import dev.marquee.cf.train.solve.FoldIn;
import dev.marquee.cf.train.solve.Penalty;

/**
 * Settings of {@link AlsTrainer}.
 *
 * @param factors k, 1 to {@value TrainOptions#MAX_FACTORS}
 * @param iterations times that all users and all movies are solved, at most; 1 to 200
 * @param regularization λ of the factors, more than 0, at most 1000; see {@link Penalty}
 * @param weighting w: λ of a row with n ratings is multiplied by n^w; 0: the same for all rows, 1: as Zhou et al. 2008
 * @param biasRegularization λ of the biases, more than 0, at most 1000; the same for all rows
 * @param implicitRegularization λ of the implicit features, 0 to 100,000; 0: does without them; see
 *            {@link ImplicitPrior}
 * @param patience iterations without a better validation RMSE before the training stops; 0: never stops early
 * @param seed of the start
 * @param threads 0: one for each core; the model does not depend on their number; without a meaning on a device
 * @param device where to train: {@code cpu}, {@code gpu}, {@code opencl} or {@code auto}; see
 *            {@link dev.marquee.common.device.DeviceChoice}
 */
public record AlsOptions(int factors, int iterations, double regularization, double weighting,
        double biasRegularization, double implicitRegularization, int patience, long seed,
        int threads, String device) implements TrainOptions {

    /** Tuned on validation splits of MovieLens 100K and 1M; see the module's README. */
    public static final AlsOptions DEFAULTS = new AlsOptions(64, 20, 1.8, 0.5, 4, 60, 2, 42, 0);

    public AlsOptions {
        TrainOptions.requireRange("factors", factors, 1, MAX_FACTORS);
        TrainOptions.requireRange("iterations", iterations, 1, 200);
        TrainOptions.requireRange("regularization", regularization, 1e-6, 1000);
        TrainOptions.requireRange("weighting", weighting, 0, 1);
        TrainOptions.requireRange("biasRegularization", biasRegularization, 1e-6, 1000);
        TrainOptions.requireRange("implicitRegularization", implicitRegularization, 0, 100_000);
        TrainOptions.requireRange("patience", patience, 0, 200);
        TrainOptions.requireRange("threads", threads, 0, 1024);
        device = DeviceOption.checked(device, factors);
    }

    /** On the CPU. */
    public AlsOptions(int factors, int iterations, double regularization, double weighting, double biasRegularization,
            double implicitRegularization, int patience, long seed, int threads) {
        this(factors, iterations, regularization, weighting, biasRegularization, implicitRegularization, patience, seed,
                threads, "cpu");
    }

    /** How rows are held back; what a {@link FoldIn} into the trained model should use too. */
    public Penalty penalty() {
        return new Penalty(regularization, weighting, biasRegularization, 0);
    }

    /** The same, but exactly so many iterations. */
    AlsOptions forEpochs(int epochs) {
        return new AlsOptions(factors, epochs, regularization, weighting, biasRegularization, implicitRegularization, 0,
                seed, threads, device);
    }
}
