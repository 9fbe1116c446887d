package dev.marquee.cf.tool;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.eval.Divider;
import dev.marquee.cf.eval.Protocol;
import dev.marquee.cf.measure.RankingProtocol;
import dev.marquee.cf.eval.Trial;
import dev.marquee.cf.eval.Tuning;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Estimator;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.error.RecommenderException;
import dev.marquee.launcher.run.UsageText;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ./run tune}: searches hyper-parameters on validation splits.
 */
public final class TuneCommand {
    private static final String USAGE = Setup.usage("tune.txt");

    private TuneCommand() {}

    public static void main(String[] args) {
        try {
            run(args, System.out);
        } catch (RecommenderException e) {
            System.err.println("tune: " + e.getMessage());
            System.exit(2);
        }
    }

    static void run(String[] args, PrintStream out) {
        Arguments arguments = new Arguments(args, UsageText.options(USAGE), Set.of("--set", "--grid", "--range"));
        if (arguments.help()) {
            out.print(USAGE);
            return;
        }
        Algorithm<?> algorithm = Algorithms
                .named(arguments.required("--algorithm", "is needed: whose options to tune"));
        Map<Map<String, String>, Estimator<?>> trials = trials(arguments, algorithm);
        Path data = Path.of(arguments.required("--data", "is needed: a folder of MovieLens, or its ratings file"));
        Tuning tuning = tuning(arguments, algorithm, new RatingData(data));
        tuning.requireFits(algorithm);
        Optional<TrialLog> log = arguments.find("--out").map(folder -> new TrialLog(Path.of(folder), algorithm.id(),
                data.toAbsolutePath().normalize() + " " + Setup.division(arguments) + " " + tuning.outer() + " "
                        + tuning.ranking() + " " + tuning.seeds() + " " + tuning.metric()));
        search(algorithm, trials, tuning, log, out);
    }

    private static void search(Algorithm<?> algorithm, Map<Map<String, String>, Estimator<?>> trials, Tuning tuning,
            Optional<TrialLog> log, PrintStream out) {
        TrialTable table = new TrialTable(out, tuning, trials.size());
        log.ifPresent(file -> out.println("Trials are kept in " + file.file()));
        table.header();
        trials.forEach((settings, estimator) -> {
            Optional<Trial> before = log.flatMap(file -> file.find(settings, estimator.options()));
            Trial trial = before.orElseGet(() -> tuning.run(estimator, settings));
            if (before.isEmpty()) {
                log.ifPresent(file -> file.add(trial, tuning.metric()));
            }
            table.add(trial, before.isPresent());
        });
        table.end(algorithm);
    }

    private static Tuning tuning(Arguments arguments, Algorithm<?> algorithm, RatingData data) {
        String metric = arguments.get("--metric", Tuning.metric(algorithm), text -> text);
        RankingProtocol ranking = Setup.ranking(arguments);
        return new Tuning(new Divider(data, Setup.division(arguments)),
                arguments.get("--protocol", Protocol.VALIDATION, Protocol::named),
                arguments.find("--k").isPresent() ? ranking : ranking.withLengthOf(metric), Setup.seeds(arguments),
                metric);
    }

    /** All options that will be tried, checked before the first is. */
    private static Map<Map<String, String>, Estimator<?>> trials(Arguments arguments, Algorithm<?> algorithm) {
        Estimator<?> base = Setup.estimators(arguments, List.of(algorithm)).get(algorithm);
        SearchSpace space = SearchSpace.of(arguments.all("--grid"), arguments.all("--range"));
        int random = arguments.get("--random", 0, Integer::valueOf);
        if (random < 1 && arguments.find("--random").isPresent()) {
            throw new InvalidRequest("--random", "must be 1 or more, is " + random);
        }
        Map<Map<String, String>, Estimator<?>> trials = new LinkedHashMap<>();
        for (Map<String, String> settings : random == 0
                ? space.all()
                : space.random(random, base.options(), Setup.seeds(arguments).getFirst())) {
            requireNotSet(arguments, algorithm, settings.keySet());
            trials.put(settings, base.with(settings));
        }
        return trials;
    }

    private static void requireNotSet(Arguments arguments, Algorithm<?> algorithm, Set<String> searched) {
        for (String option : searched) {
            if (arguments.all("--set").stream().anyMatch(set -> set.startsWith(algorithm.id() + "." + option + "="))) {
                throw new InvalidRequest("--set", "sets " + option + ", which is searched");
            }
        }
    }
}
