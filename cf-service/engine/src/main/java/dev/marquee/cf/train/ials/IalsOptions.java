package dev.marquee.cf.train.ials;

import dev.marquee.cf.train.DeviceOption;
import dev.marquee.cf.train.TrainOptions;

/**
 * Settings of {@link IalsTrainer}.
 *
 * @param factors k, 1 to {@value TrainOptions#MAX_FACTORS}
 * @param iterations times that all users and all movies are solved, at most; 1 to 200
 * @param unobservedWeight α₀, the weight of a pair without a rating, against 1 of one with the best rating; more than
 *            0, at most 1
 * @param regularization λ, more than 0, at most 1000
 * @param weighting ν: λ of a row is multiplied by (n + α₀·N)^ν, for n ratings of N possible ones; 0: the same for all
 *            rows
 * @param confidence c: a rating weighs s^c, where s is 1 for the best rating that there is and 0 for the worst; 0: all
 *            weigh the same
 * @param patience iterations without a better validation NDCG before the training stops; 0: never stops early
 * @param seed of the start
 * @param threads 0: one for each core; the model does not depend on their number; without a meaning on a device
 * @param device where to train: {@code cpu}, {@code gpu}, {@code opencl} or {@code auto}; see
 *            {@link dev.marquee.common.device.DeviceChoice}
 */
public record IalsOptions(int factors, int iterations, double unobservedWeight, double regularization, double weighting,
        double confidence, int patience, long seed, int threads, String device) implements TrainOptions {

    /**
     * Tuned on validation splits of MovieLens 100K and 1M; see the module's README. With ν = 0.5 the same λ is best for
     * both; with ν = 1, as published, the larger set wants a smaller one.
     */
    public static final IalsOptions DEFAULTS = new IalsOptions(64, 16, 0.2, 0.25, 0.5, 1, 3, 42, 0);

    public IalsOptions {
        TrainOptions.requireRange("factors", factors, 1, MAX_FACTORS);
        TrainOptions.requireRange("iterations", iterations, 1, 200);
        TrainOptions.requireRange("unobservedWeight", unobservedWeight, 1e-6, 1);
        TrainOptions.requireRange("regularization", regularization, 1e-6, 1000);
        TrainOptions.requireRange("weighting", weighting, 0, 1);
        TrainOptions.requireRange("confidence", confidence, 0, 10);
        TrainOptions.requireRange("patience", patience, 0, 200);
        TrainOptions.requireRange("threads", threads, 0, 1024);
        device = DeviceOption.checked(device, factors, Ials.DEVICE_FACTORS);
    }

    /** On the CPU. */
    public IalsOptions(int factors, int iterations, double unobservedWeight, double regularization, double weighting,
            double confidence, int patience, long seed, int threads) {
        this(factors, iterations, unobservedWeight, regularization, weighting, confidence, patience, seed, threads,
                "cpu");
    }

    /**
     * λ of one row, scaled by how often it takes part in the loss (Rendle et al. 2021).
     *
     * @param ratings n of the row
     * @param others N, how many rows the other side has
     */
    float lambda(int ratings, int others) {
        return (float) (regularization * Math.pow(ratings + unobservedWeight * others, weighting));
    }

    /** The same, but exactly so many iterations. */
    IalsOptions forEpochs(int epochs) {
        return new IalsOptions(factors, epochs, unobservedWeight, regularization, weighting, confidence, 0, seed,
                threads, device);
    }
}
