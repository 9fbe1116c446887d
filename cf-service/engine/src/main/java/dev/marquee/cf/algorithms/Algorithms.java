package dev.marquee.cf.algorithms;

import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.index.DeviceSearchKernels;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Role;
import dev.marquee.cf.train.als.Als;
import dev.marquee.cf.train.baseline.Biases;
import dev.marquee.cf.train.baseline.Mean;
import dev.marquee.cf.train.baseline.Popular;
import dev.marquee.cf.train.bpmf.Bpmf;
import dev.marquee.cf.train.hybrid.Hybrid;
import dev.marquee.cf.train.ials.Ials;
import dev.marquee.cf.train.lists.Lists;
import dev.marquee.cf.train.sgd.Sgd;
import dev.marquee.common.error.InvalidRequest;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list of algorithms. To add one, write its package and a line here, and its name where a test misses it.
 */
public final class Algorithms {
    /** All, those of a role in the order in which they are recommended. */
    public static final List<Algorithm<?>> ALL = List.of(
            new Sgd(),
            new Als(),
            new Lists(new Ials(), new Als()),
            new Ials(),
            new Bpmf(new Als()),
            new Hybrid(List.of(new Als(), new Sgd(), new Bpmf(new Als()))),
            new Mean(),
            new Biases(),
            new Popular());

    /** The names of those that predict stars, for descriptions in annotations, which take constants alone. */
    public static final String FOR_STARS = "sgd, als, bpmf, hybrid, mean, biases";
    /** Likewise of those that order lists. */
    public static final String FOR_LISTS = "lists, ials, popular";
    /** Likewise of those that have kernels for devices. */
    public static final String ON_DEVICES = "sgd, als, ials";

    private Algorithms() {}

    /**
     * @throws InvalidRequest listing the names that there are
     */
    public static Algorithm<?> named(String id) {
        return ALL.stream().filter(algorithm -> algorithm.id().equals(id)).findFirst()
                .orElseThrow(() -> new InvalidRequest("algorithm", "is none of " + ids(any -> true) + ": " + id));
    }

    /** The algorithm that a role's models are trained by where nobody says which. */
    public static Algorithm<?> of(Role role) {
        return ALL.stream().filter(algorithm -> algorithm.roles().contains(role)).findFirst().orElseThrow();
    }

    /** Those that can be trained in this program, on this machine. */
    public static List<Algorithm<?>> trainable() {
        return ALL.stream().filter(Algorithms::isTrainable).toList();
    }

    private static boolean isTrainable(Algorithm<?> algorithm) {
        try {
            algorithm.requireTrainable();
            return true;
        } catch (InvalidRequest e) {
            return false;
        }
    }

    /** The names of some, by commas. */
    public static String ids(Predicate<Algorithm<?>> wanted) {
        return ALL.stream().filter(wanted).map(Algorithm::id).collect(Collectors.joining(", "));
    }

    /** All kernels that there are: of trainers on devices, and of the search for the best movies. */
    public static List<Kernel> kernels() {
        return Stream.concat(ALL.stream().map(Algorithm::kernels), Stream.of(DeviceSearchKernels.ALL))
                .flatMap(List::stream).distinct().toList();
    }
}
