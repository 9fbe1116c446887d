package dev.marquee.cf.train.baseline;

import dev.marquee.cf.train.TrainOptions;
import dev.marquee.cf.train.support.Confidence;

/**
 * Settings of {@link PopularTrainer}.
 *
 * @param damping as if each movie had so many more of the worst ratings, 0 to 1,000,000; the more, the less the mean
 *            counts against the number
 * @param confidence c: a rating weighs s^c, see {@link Confidence}; 0: all the same, so that movies stand by their
 *            number of ratings alone, whatever the damping is, if there is one
 */
public record PopularOptions(double damping, double confidence) implements BaselineOptions {

    /**
     * Tuned on validation splits of MovieLens 100K and 1M: in effect the number of ratings, a good one counting more.
     */
    public static final PopularOptions DEFAULTS = new PopularOptions(10_000, 1);

    public PopularOptions {
        TrainOptions.requireRange("damping", damping, 0, 1e6);
        TrainOptions.requireRange("confidence", confidence, 0, 10);
    }
}
