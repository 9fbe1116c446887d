package dev.marquee.cf.train.baseline;

import dev.marquee.cf.train.TrainOptions;

/**
 * Settings of the trainers without factors and without chance: models to compare others with.
 */
interface BaselineOptions extends TrainOptions {

    /** One, of zeros. */
    @Override
    default int factors() {
        return 1;
    }

    @Override
    default long seed() {
        return 0;
    }

    @Override
    default boolean random() {
        return false;
    }

    @Override
    default int threads() {
        return 1;
    }
}
