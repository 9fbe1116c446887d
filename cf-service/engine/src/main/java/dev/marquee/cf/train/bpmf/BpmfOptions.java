package dev.marquee.cf.train.bpmf;

import dev.marquee.cf.train.TrainOptions;
import dev.marquee.common.error.InvalidRequest;

/**
 * Settings of {@link BpmfTrainer}. There is no regularisation to tune: it is sampled with the rest.
 *
 * @param factors k of each sample, 1 to {@value TrainOptions#MAX_FACTORS}
 * @param sweeps times that all users and all movies are drawn, 2 to 10,000
 * @param burnIn sweeps at the start that are not taken into the mean; fewer than all
 * @param meanFactors factors of the model, which holds the mean of the samples' predictions, 1 to
 *            {@value TrainOptions#MAX_FACTORS}
 * @param implicit whether to learn from who rated what, too
 * @param sittings whether to learn what ratings of one sitting have in common, where times are known; predictions that
 *            know no time, as the service makes them, get no better
 * @param seed of every draw
 * @param threads 0: one for each core; the model does not depend on their number
 */
public record BpmfOptions(int factors, int sweeps, int burnIn, int meanFactors, boolean implicit,
        boolean sittings, long seed, int threads) implements TrainOptions {

    /** The same for all data. */
    public static final BpmfOptions DEFAULTS = new BpmfOptions(32, 200, 20, 64, true, false, 42, 0);

    public BpmfOptions {
        TrainOptions.requireRange("factors", factors, 1, MAX_FACTORS);
        TrainOptions.requireRange("sweeps", sweeps, 2, 10_000);
        TrainOptions.requireRange("burnIn", burnIn, 0, 9_999);
        if (burnIn >= sweeps) {
            throw new InvalidRequest("burnIn", "must be less than sweeps, which is " + sweeps + "; is " + burnIn);
        }
        TrainOptions.requireRange("meanFactors", meanFactors, 1, MAX_FACTORS);
        TrainOptions.requireRange("threads", threads, 0, 1024);
    }

    /** The same, but exactly so many sweeps. */
    BpmfOptions forEpochs(int epochs) {
        return new BpmfOptions(factors, epochs, Math.min(burnIn, epochs - 1), meanFactors, implicit, sittings, seed,
                threads);
    }
}
