package dev.marquee.cf.train;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.common.error.InvalidRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The trainers by name.
 */
public enum Algorithm {
    SGD, ALS;

    /** The name in requests and on command lines. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws InvalidRequest listing the names that there are
     */
    public static Algorithm named(String id) {
        return Arrays.stream(values()).filter(algorithm -> algorithm.id().equals(id)).findFirst()
                .orElseThrow(() -> new InvalidRequest("algorithm", "is none of " + Arrays.stream(values())
                        .map(Algorithm::id).collect(Collectors.joining(", ")) + ": " + id));
    }

    /** The options that serve where nothing else is said. */
    public TrainOptions defaults() {
        return switch (this) {
            case SGD -> SgdOptions.DEFAULTS;
            case ALS -> AlsOptions.DEFAULTS;
        };
    }

    /**
     * @param defaults options of this algorithm
     * @throws InvalidRequest naming the option that is wrong
     */
    public TrainOptions options(TrainOptions defaults, Map<String, ?> overrides) {
        return switch (defaults) {
            case SgdOptions sgd -> OptionOverrides.apply(sgd, overrides);
            case AlsOptions als -> OptionOverrides.apply(als, overrides);
        };
    }

    /** Trains with the trainer that the options belong to; see {@link Trainer#train}. */
    public static TrainResult train(RatingMatrix train, HeldOut validation, TrainOptions options,
            TrainListener listener) {
        return switch (options) {
            case SgdOptions sgd -> new SgdTrainer().train(train, validation, sgd, listener);
            case AlsOptions als -> new AlsTrainer().train(train, validation, als, listener);
        };
    }
}
