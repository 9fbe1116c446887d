package dev.marquee.cf.app.training;

import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.Role;
import java.util.Map;

/**
 * A training of which everything is decided and checked.
 *
 * @param describedOptions the options as they are stored and shown
 * @param seed of the options where they have one, and of what is held out
 */
record TrainingPlan(Estimator<?> estimator, Role role, Map<String, Object> describedOptions, long seed,
        double holdout, double validation, boolean refit) {

    String algorithm() {
        return estimator.algorithm().id();
    }
}
