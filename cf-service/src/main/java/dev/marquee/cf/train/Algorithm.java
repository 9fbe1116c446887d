package dev.marquee.cf.train;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.gpu.ChosenDevice;
import dev.marquee.common.error.InvalidRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The trainers by name.
 */
public enum Algorithm {
    SGD, ALS, IALS, BPMF, MEAN, BIASES, POPULAR;

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
            case IALS -> IalsOptions.DEFAULTS;
            case MEAN -> MeanOptions.DEFAULTS;
            case BIASES -> BiasesOptions.DEFAULTS;
            case POPULAR -> PopularOptions.DEFAULTS;
            case BPMF -> BpmfOptions.DEFAULTS;
        };
    }

    /**
     * @param defaults options of this algorithm
     * @throws InvalidRequest naming the option that is wrong
     */
    public TrainOptions options(TrainOptions defaults, Map<String, ?> overrides) {
        if (overrides.containsKey("device") && !Engine.hasKernels(defaults)) {
            throw new InvalidRequest("device", "is no option of " + id() + ", which has no kernels for devices; "
                    + Arrays.stream(values()).filter(other -> Engine.hasKernels(other.defaults())).map(Algorithm::id)
                            .collect(Collectors.joining(" and "))
                    + " have");
        }
        return switch (defaults) {
            case SgdOptions sgd -> OptionOverrides.apply(sgd, overrides);
            case AlsOptions als -> OptionOverrides.apply(als, overrides);
            case IalsOptions ials -> OptionOverrides.apply(ials, overrides);
            case MeanOptions mean -> OptionOverrides.apply(mean, overrides);
            case BiasesOptions biases -> OptionOverrides.apply(biases, overrides);
            case PopularOptions popular -> OptionOverrides.apply(popular, overrides);
            case BpmfOptions bpmf -> OptionOverrides.apply(bpmf, overrides);
        };
    }

    /** What its models can be for. */
    public Set<Role> roles() {
        return switch (this) {
            case SGD, ALS, BPMF, MEAN, BIASES -> Set.of(Role.RATING);
            case IALS, POPULAR -> Set.of(Role.RANKING);
        };
    }

    /** The same options, but exactly so many epochs. */
    public TrainOptions forEpochs(TrainOptions options, int epochs) {
        return switch (this) {
            case SGD, BIASES -> options(options, Map.of("epochs", epochs, "patience", 0));
            case ALS, IALS -> options(options, Map.of("iterations", epochs, "patience", 0));
            case MEAN, POPULAR -> options;
            case BPMF -> options(options, Map.of("sweeps", epochs, "burnIn",
                    Math.min(((BpmfOptions) options).burnIn(), epochs - 1)));
        };
    }

    /**
     * What gives newcomers a vector in a trained model.
     *
     * @param options those of the model's training
     */
    public static Folding folding(FactorModel model, TrainOptions options) {
        return switch (options) {
            case SgdOptions sgd -> FoldIn.ofTraining(model, sgd.penalty());
            case AlsOptions als -> FoldIn.ofTraining(model, als.penalty());
            case IalsOptions ials -> new ImplicitFoldIn(model, ials);
            case MeanOptions mean -> new Baselines.SameForAll(ratings -> 0);
            case BiasesOptions biases -> FoldIn.ofTraining(model, biases.penalty());
            case PopularOptions popular -> PopularTrainer.folding(model, popular);
            case BpmfOptions bpmf -> FoldIn.ofTraining(model, BpmfTrainer.FOLD_IN);
        };
    }

    /**
     * Trains with the trainer that the options belong to, where they say; see {@link Trainer#train}.
     *
     * @throws InvalidRequest for the option {@code device} if there is no such device
     */
    public static TrainResult train(RatingMatrix train, HeldOut validation, TrainOptions options,
            TrainListener listener) {
        ChosenDevice chosen = Engine.choose(options);
        Engine engine = Engine.of(options, chosen);
        listener.runsOn(engine);
        return train(train, validation, options, listener, chosen).on(engine);
    }

    private static TrainResult train(RatingMatrix train, HeldOut validation, TrainOptions options,
            TrainListener listener, ChosenDevice chosen) {
        boolean cpu = chosen.isCpuEngine();
        return switch (options) {
            case SgdOptions sgd -> (cpu ? new SgdTrainer() : new DeviceSgdTrainer(chosen::open))
                    .train(train, validation, sgd, listener);
            case AlsOptions als -> (cpu ? new AlsTrainer() : new DeviceAlsTrainer(chosen::open))
                    .train(train, validation, als, listener);
            case IalsOptions ials -> new IalsTrainer().train(train, validation, ials, listener);
            case MeanOptions mean -> new MeanTrainer().train(train, validation, mean, listener);
            case BiasesOptions biases -> new BiasesTrainer().train(train, validation, biases, listener);
            case PopularOptions popular -> new PopularTrainer().train(train, validation, popular, listener);
            case BpmfOptions bpmf -> new BpmfTrainer().train(train, validation, bpmf, listener);
        };
    }
}
