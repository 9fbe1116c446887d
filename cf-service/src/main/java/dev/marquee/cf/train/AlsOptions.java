package dev.marquee.cf.train;

/**
 * Settings of {@link AlsTrainer}.
 *
 * @param factors k, 1 to {@value TrainOptions#MAX_FACTORS}
 * @param iterations times that all users and all movies are solved, at most; 1 to 200
 * @param regularization λ of the factors, more than 0, at most 1000
 * @param biasRegularization λ of the biases, more than 0, at most 1000
 * @param weighted whether λ is multiplied by the number of the row's ratings (Zhou et al. 2008), so that it need not be
 *        tuned anew for larger data
 * @param patience iterations without a better validation RMSE before the training stops; 0: never stops early
 * @param seed of the start
 * @param threads 0: one for each core; the model does not depend on their number
 */
public record AlsOptions(int factors, int iterations, double regularization, double biasRegularization,
        boolean weighted, int patience, long seed, int threads) implements TrainOptions {

    /** Tuned on validation splits of the base files of MovieLens 100K; see the module's README. */
    public static final AlsOptions DEFAULTS = new AlsOptions(64, 15, 0.1, 0.02, true, 2, 42, 0);

    public AlsOptions {
        TrainOptions.requireRange("factors", factors, 1, MAX_FACTORS);
        TrainOptions.requireRange("iterations", iterations, 1, 200);
        TrainOptions.requireRange("regularization", regularization, 1e-6, 1000);
        TrainOptions.requireRange("biasRegularization", biasRegularization, 1e-6, 1000);
        TrainOptions.requireRange("patience", patience, 0, 200);
        TrainOptions.requireRange("threads", threads, 0, 1024);
    }
}
