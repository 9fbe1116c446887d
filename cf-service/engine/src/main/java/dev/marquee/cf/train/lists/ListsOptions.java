package dev.marquee.cf.train.lists;

import dev.marquee.cf.train.TrainOptions;

/**
 * Settings of {@link ListsTrainer}.
 *
 * @param factors k of the ranking model, 1 to {@value TrainOptions#MAX_FACTORS}
 * @param iterations of the ranking model, at most; 1 to 200
 * @param patience iterations without a better validation NDCG before the ranking model is done; 0: never stops early
 * @param items how many movies, those with the most ratings, speak for others; 1 to 20,000. Learning what they say
 *            takes time by its cube and four bytes by its square
 * @param itemRegularization λ of what movies say for others, more than 0, at most 1,000,000
 * @param itemWeights for how many others a movie speaks at most, 1 to 20,000
 * @param seed of the start, and of what is held out to learn the final score
 * @param threads 0: one for each core; the model does not depend on their number
 */
public record ListsOptions(int factors, int iterations, int patience, int items, double itemRegularization,
        int itemWeights, long seed, int threads) implements TrainOptions {

    /** λ and how many weights are kept were chosen on divisions of MovieLens 1M and latest-small at random. */
    public static final ListsOptions DEFAULTS = new ListsOptions(64, 16, 3, 4000, 10, 300, 42, 0);

    public ListsOptions {
        TrainOptions.requireRange("factors", factors, 1, MAX_FACTORS);
        TrainOptions.requireRange("iterations", iterations, 1, 200);
        TrainOptions.requireRange("patience", patience, 0, 200);
        TrainOptions.requireRange("items", items, 1, 20_000);
        TrainOptions.requireRange("itemRegularization", itemRegularization, 1e-3, 1e6);
        TrainOptions.requireRange("itemWeights", itemWeights, 1, 20_000);
        TrainOptions.requireRange("threads", threads, 0, MAX_THREADS);
    }

    /** The same, but exactly so many iterations. */
    ListsOptions forEpochs(int epochs) {
        return new ListsOptions(factors, epochs, 0, items, itemRegularization, itemWeights, seed, threads);
    }
}
