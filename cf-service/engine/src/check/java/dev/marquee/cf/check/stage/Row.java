package dev.marquee.cf.check.stage;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Estimator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of the table of benchmarks: the same on the device and on the CPU engine.
 *
 * @param name in results
 * @param algorithm that is trained; empty: the search for the best movies
 * @param options besides the number of factors
 * @param wanted what an H100 or H200 should reach with the ratings of MovieLens; NaN: nothing is said
 */
record Row(String name, String algorithm, int factors, Map<String, Object> options, double wanted) {
    private static final int FACTORS = 64;
    private static final Map<String, Object> PLAIN = Map.of("implicitRegularization", 0);
    private static final Map<String, Object> PRIOR = Map.of("implicitRegularization", 60);

    /** Of trainings for stars, and the best ten movies of all users; updates a second, or seconds. */
    static final List<Row> STARS = List.of(
            new Row("sgd", "sgd", FACTORS, PLAIN, 1.5e9),
            new Row("sgd-prior", "sgd", FACTORS, PRIOR, Double.NaN),
            new Row("als", "als", FACTORS, PLAIN, 0.08),
            new Row("als-prior", "als", FACTORS, PRIOR, 0.2),
            new Row("top-ten", "", FACTORS, Map.of(), 0.5));

    /** Of trainings for lists; seconds. */
    static final List<Row> LISTS = List.of(
            new Row("ials", "ials", FACTORS, Map.of(), Double.NaN),
            new Row("ials-256", "ials", 256, Map.of(), 0.15));

    /** With the row's options, for the CPU. */
    Estimator<?> estimator() {
        Map<String, Object> set = new HashMap<>(options);
        set.put("factors", factors);
        return Algorithms.named(algorithm).estimator().with(set);
    }

    /** Why it cannot be tried on a device; empty if it can. */
    String missingOnDevice() {
        if (algorithm.isEmpty()) {
            return "";
        }
        Algorithm<?> known = Algorithms.named(algorithm);
        return known.deviceTrainer().isEmpty()
                ? algorithm + " has no kernels for devices"
                : Kernel.fitting(known.deviceFactors(), factors) == 0
                        ? "there are no kernels for " + factors + " factors"
                        : "";
    }
}
