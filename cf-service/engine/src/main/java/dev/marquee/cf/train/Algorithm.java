package dev.marquee.cf.train;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.model.FactorModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A way to learn models, described by itself: what it is called, what it is for, how it is set, what trains it and
 * where. All that belongs to an algorithm stands in a package of its own; {@code dev.marquee.cf.algorithms.Algorithms}
 * lists them. Implementations are immutable and thread-safe.
 *
 * @param <O> its options, a record
 */
public interface Algorithm<O extends TrainOptions> {

    /** The name in requests and on command lines: lower-case letters. */
    String id();

    /** What its models can be for. */
    Set<Role> roles();

    /** The options that serve where nothing else is said. */
    O defaults();

    /** Trains on the CPU. */
    Trainer<O> trainer();

    /** Trains on a device, which the trainer opens and closes; empty where the algorithm has no kernels for devices. */
    default Optional<Function<Supplier<Device>, Trainer<O>>> deviceTrainer() {
        return Optional.empty();
    }

    /** The kernels that its trainer on a device starts. */
    default List<Kernel> kernels() {
        return List.of();
    }

    /** The numbers of factors that these are compiled for, ascending. */
    default List<Integer> deviceFactors() {
        return Kernel.compiledForAll(kernels());
    }

    /**
     * The same options, but exactly so many epochs, where the algorithm has epochs.
     *
     * @param epochs 1 or more, as a training of this algorithm counted them
     */
    O forEpochs(O options, int epochs);

    /**
     * What gives newcomers a vector in a trained model.
     *
     * @param options those of the model's training
     */
    Folding folding(FactorModel model, O options);

    /** Whether it learns from what movies are like by their content, where the ratings come with it. */
    default boolean usesContent() {
        return false;
    }

    /**
     * Whether it can be trained in this program, on this machine.
     *
     * @throws dev.marquee.common.error.InvalidRequest for {@code algorithm} if not, saying what it lacks
     */
    default void requireTrainable() {}

    /** With its default options. */
    default Estimator<O> estimator() {
        return new Estimator<>(this, defaults());
    }
}
