package dev.marquee.cf.bench;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.check.data.DataShape;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Estimator;
import dev.marquee.common.error.InvalidRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What {@link TrainBenchmark} is asked to do.
 *
 * @param data a folder of a MovieLens release or one ratings file, or {@code null} for generated ratings
 * @param ratings how many to generate
 * @param validation fraction held out; 0: train on all
 * @param rounds how often everything is repeated
 * @param epochs of the trainings without validation
 * @param peer the other program, or {@code null}
 * @param peerOptions what it is given besides files, factors, threads and iterations
 * @param peerEpochs its iterations with validation
 */
record TrainBenchmarkOptions(Path data, int ratings, double validation, List<Algorithm<?>> algorithms,
        List<Integer> threads, int rounds, int epochs, Map<String, String> settings, Path peer,
        List<String> peerOptions, int peerEpochs) {
    static final String USAGE = """
            Options:
              --data PATH           folder of a MovieLens release, or a ratings file; else ratings are generated
              --ratings N           how many to generate (default: as many as MovieLens 25M)
              --validation F        fraction held out to judge by (default 0.1; 0: train on all, only time and memory)
              --algorithms A,B      default sgd
              --threads 1,2         default: one for each core
              --rounds N            default 3
              --epochs N            of each training for the time of an epoch (default 10)
              --set A.OPTION=VALUE  option of an algorithm; may be repeated
              --peer PATH           LIBMF's mf-train, to run in alternation
              --peer-options TEXT   its options (default: -l2 0.05 -r 0.05)
              --peer-epochs N       its iterations with validation (default 30)
            """;

    static TrainBenchmarkOptions parse(String[] args) {
        Map<String, String> given = new HashMap<>();
        Map<String, String> settings = new HashMap<>();
        if (args.length % 2 != 0) {
            throw new InvalidRequest(args[args.length - 1], "needs a value\n" + USAGE);
        }
        for (int i = 0; i < args.length; i += 2) {
            int equals = args[i + 1].indexOf('=');
            if (args[i].equals("--set") && equals > 0) {
                settings.put(args[i + 1].substring(0, equals), args[i + 1].substring(equals + 1));
            } else {
                given.put(args[i], args[i + 1]);
            }
        }
        TrainBenchmarkOptions options = of(given, settings);
        if (!given.isEmpty()) {
            throw new InvalidRequest(given.keySet().iterator().next(), "is no option\n" + USAGE);
        }
        return options;
    }

    private static TrainBenchmarkOptions of(Map<String, String> given, Map<String, String> settings) {
        return new TrainBenchmarkOptions(path(given.remove("--data")),
                number(given, "--ratings", DataShape.ML_25M.ratings()),
                Double.parseDouble(orElse(given.remove("--validation"), "0.1")),
                list(orElse(given.remove("--algorithms"), "sgd")).map(Algorithms::named).toList(),
                list(orElse(given.remove("--threads"), Runtime.getRuntime().availableProcessors() + ""))
                        .map(Integer::valueOf).toList(),
                number(given, "--rounds", 3), number(given, "--epochs", 10), settings, path(given.remove("--peer")),
                List.of(orElse(given.remove("--peer-options"), "-l2 0.05 -r 0.05").split(" ")),
                number(given, "--peer-epochs", 30));
    }

    private static int number(Map<String, String> given, String option, int otherwise) {
        return Integer.parseInt(orElse(given.remove(option), otherwise + ""));
    }

    private static Path path(String text) {
        return text == null ? null : Path.of(text);
    }

    private static String orElse(String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    private static Stream<String> list(String text) {
        return Stream.of(text.split(","));
    }

    /** What a training is of. */
    Estimator<?> of(Algorithm<?> algorithm, int threadCount) {
        Map<String, Object> values = new HashMap<>();
        settings.forEach((name, value) -> {
            if (name.startsWith(algorithm.id() + ".")) {
                values.put(name.substring(algorithm.id().length() + 1), value);
            }
        });
        values.put("threads", threadCount);
        return algorithm.estimator().with(values);
    }
}
