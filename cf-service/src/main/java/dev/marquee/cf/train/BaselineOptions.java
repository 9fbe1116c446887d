package dev.marquee.cf.train;

/**
 * Settings of the trainers without factors and without chance: models to compare others with.
 */
public sealed interface BaselineOptions extends TrainOptions permits MeanOptions, BiasesOptions, PopularOptions {

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
    default int threads() {
        return 1;
    }
}
