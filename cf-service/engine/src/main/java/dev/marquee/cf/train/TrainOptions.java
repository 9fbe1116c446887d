package dev.marquee.cf.train;

import dev.marquee.common.error.InvalidRequest;

/**
 * The settings of one trainer. Records that check their ranges, so that a wrong value is refused where it is given.
 */
public interface TrainOptions {
    /** The largest number of factors that a model may have. */
    int MAX_FACTORS = 512;

    /** The largest number of threads that one may ask for. */
    int MAX_THREADS = 1024;

    /** Number of factors k. */
    int factors();

    /** The seed of every random choice. */
    long seed();

    /** Whether chance takes part, and so whether there is an option {@code seed}. */
    default boolean random() {
        return true;
    }

    /** Number of threads; 0 means one for each core. */
    int threads();

    /** Whether the model depends on the number of threads. */
    default boolean threadsMatter() {
        return false;
    }

    /** Where to train; the CPU, for algorithms without a choice. */
    default String device() {
        return "cpu";
    }

    /** The number of threads to really use. */
    default int workers() {
        return threads() == 0 ? Runtime.getRuntime().availableProcessors() : threads();
    }

    /** @throws InvalidRequest naming the option; NaN is in no range */
    static void requireRange(String option, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new InvalidRequest(option,
                    "must be between " + plain(min) + " and " + plain(max) + ", is " + plain(value));
        }
    }

    private static String plain(double value) {
        return value == (long) value ? Long.toString((long) value) : Double.toString(value);
    }
}
