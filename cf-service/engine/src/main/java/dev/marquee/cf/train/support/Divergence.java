package dev.marquee.cf.train.support;

import dev.marquee.cf.train.Metric;
import dev.marquee.common.error.TrainingFailed;

/**
 * The errors of a training whose numbers are of no use any more.
 *
 * @param advice which option to change, and how
 */
record Divergence(String advice) {

    /** @param reason what is wrong with the numbers, as the rest of a sentence */
    TrainingFailed in(int epoch, String reason) {
        return new TrainingFailed("The training diverged in epoch " + epoch + ": " + reason + ". " + advice);
    }

    /** @throws TrainingFailed if the figure of an epoch is not finite */
    void requireFinite(int epoch, Metric metric, double value) {
        if (!Double.isFinite(value)) {
            throw in(epoch, "its " + metric.id() + " is " + value);
        }
    }
}
