package dev.marquee.cf.app.training;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.Role;

/**
 * A training of which everything is decided and checked.
 *
 * @param role the one that the spec names
 * @param estimator the algorithm with the options that the spec names
 */
record TrainingPlan(TrainingSpec spec, Role role, Estimator<?> estimator) {

    /**
     * The plan of a training that was begun before, as it was.
     *
     * @throws dev.marquee.common.error.InvalidRequest if its algorithm, its role or its options are not known any more
     */
    static TrainingPlan again(TrainingSpec spec) {
        return new TrainingPlan(spec, Role.named(spec.role()),
                Algorithms.named(spec.algorithm()).estimator().with(spec.options()));
    }
}
