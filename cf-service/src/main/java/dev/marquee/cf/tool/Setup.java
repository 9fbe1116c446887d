package dev.marquee.cf.tool;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.measure.Candidates;
import dev.marquee.cf.eval.DivisionOptions;
import dev.marquee.cf.measure.RankingProtocol;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Estimator;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.launcher.run.UsageText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The options that the commands have in common.
 */
final class Setup {
    private Setup() {}

    /** What explains a tool's options, with those that the tools have in common. */
    static String usage(String file) {
        return UsageText.read(Setup.class, file, "common.txt");
    }

    static DivisionOptions division(Arguments arguments) {
        DivisionOptions defaults = DivisionOptions.DEFAULTS;
        return new DivisionOptions(arguments.get("--fraction", defaults.fraction(), Double::valueOf),
                arguments.get("--folds", defaults.folds(), Integer::valueOf),
                arguments.get("--last", defaults.last(), Integer::valueOf));
    }

    static RankingProtocol ranking(Arguments arguments) {
        RankingProtocol defaults = RankingProtocol.DEFAULTS;
        return new RankingProtocol(arguments.get("--candidates", defaults.candidates(), Candidates::named),
                arguments.list("--k", defaults.lengths(), Integer::valueOf),
                arguments.get("--threshold", defaults.threshold(),
                        text -> text.equals("any") ? Double.valueOf(0) : Double.valueOf(text)),
                arguments.get("--samples", defaults.samples(), Integer::valueOf),
                arguments.get("--max-users", defaults.maxUsers(), Integer::valueOf), defaults.seed(),
                arguments.get("--damping", defaults.damping(), Double::valueOf));
    }

    static List<Long> seeds(Arguments arguments) {
        List<Long> seeds = arguments.list("--seeds", List.of(42L), Long::valueOf);
        if (seeds.stream().distinct().count() < seeds.size()) {
            throw new InvalidRequest("--seeds", "names a seed twice");
        }
        return seeds;
    }

    /**
     * Some algorithms with their options, with what {@code --set algorithm.option=value} says.
     *
     * @throws InvalidRequest for one that does not exist, or belongs to an algorithm that is not asked for
     */
    static Map<Algorithm<?>, Estimator<?>> estimators(Arguments arguments, List<Algorithm<?>> algorithms) {
        Map<Algorithm<?>, Map<String, String>> settings = new HashMap<>();
        for (String setting : arguments.all("--set")) {
            set(setting, settings);
        }
        settings.keySet().stream().filter(algorithm -> !algorithms.contains(algorithm)).findFirst()
                .ifPresent(algorithm -> {
                    throw new InvalidRequest("--set", "is of " + algorithm.id() + ", which is not asked for");
                });
        setDevice(arguments, algorithms, settings);
        Map<Algorithm<?>, Estimator<?>> estimators = new HashMap<>();
        for (Algorithm<?> algorithm : algorithms) {
            Estimator<?> chosen = algorithm.estimator().with(settings.getOrDefault(algorithm, Map.of()));
            // Refused here rather than after the first algorithms have been trained.
            chosen.placement();
            estimators.put(algorithm, chosen);
        }
        return estimators;
    }

    /** The same device for all algorithms that have a choice, unless they have one of their own. */
    private static void setDevice(Arguments arguments, List<Algorithm<?>> algorithms,
            Map<Algorithm<?>, Map<String, String>> settings) {
        String device = arguments.find("--device").orElse(null);
        if (device == null) {
            return;
        }
        List<Algorithm<?>> able = algorithms.stream().filter(algorithm -> algorithm.deviceTrainer().isPresent())
                .toList();
        if (able.isEmpty()) {
            throw new InvalidRequest("--device", "is of no use: none of the algorithms has kernels for devices; there"
                    + " are some of " + Algorithms.ids(algorithm -> algorithm.deviceTrainer().isPresent()));
        }
        able.forEach(algorithm -> settings.computeIfAbsent(algorithm, key -> new HashMap<>()).putIfAbsent("device",
                device));
    }

    private static void set(String setting, Map<Algorithm<?>, Map<String, String>> settings) {
        int dot = setting.indexOf('.');
        int equals = setting.indexOf('=');
        if (dot < 1 || equals < dot) {
            throw new InvalidRequest("--set", "is of the form ALGORITHM.OPTION=VALUE, not " + setting);
        }
        String option = setting.substring(dot + 1, equals);
        if (option.equals("seed")) {
            throw new InvalidRequest("--set", "cannot set the seed; --seeds does");
        }
        Algorithm<?> algorithm = Algorithms.named(setting.substring(0, dot));
        if (settings.computeIfAbsent(algorithm, key -> new HashMap<>()).put(option,
                setting.substring(equals + 1)) != null) {
            throw new InvalidRequest("--set", "sets " + algorithm.id() + "." + option + " twice");
        }
    }
}
