package dev.marquee.cf.eval;

import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Role;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainOptions;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.error.RecommenderException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code ./run evaluate}: trains and tests on divisions of a data folder, and prints a table.
 */
public final class EvaluateCommand {
    private static final String USAGE = """
            Usage: ./run evaluate --data DIR [OPTION]...
            Trains on the official folds of MovieLens 100K and prints the error of each.

              --data DIR            folder of MovieLens 100K, with u1.base to u5.test
              --protocol WHAT       folds: train on the base files, test on the test files (default)
                                    validation: look at the base files only, a tenth of each held out; for tuning
              --algorithms A,B      any of sgd, als (default both)
              --set A.OPTION=VALUE  another value for an option of algorithm A, such as sgd.factors=32; may be repeated
            """;

    private EvaluateCommand() {}

    public static void main(String[] args) {
        try {
            run(args);
        } catch (RecommenderException e) {
            System.err.println("evaluate: " + e.getMessage());
            System.exit(2);
        }
    }

    private static void run(String[] args) {
        Path data = null;
        String protocol = "folds";
        List<Algorithm> algorithms = Arrays.stream(Algorithm.values())
                .filter(algorithm -> algorithm.roles().contains(Role.RATING)).toList();
        Map<Algorithm, Map<String, String>> settings = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--help", "-h" -> {
                    System.out.print(USAGE);
                    return;
                }
                case "--data" -> data = Path.of(value(args, ++i));
                case "--protocol" -> protocol = value(args, ++i);
                case "--algorithms" -> algorithms = List.of(value(args, ++i).split(",")).stream().map(Algorithm::named)
                        .toList();
                case "--set" -> set(value(args, ++i), settings);
                default -> throw new InvalidRequest(args[i], "is no option; see ./run evaluate --help");
            }
        }
        if (data == null) {
            throw new InvalidRequest("--data", "is needed: the folder of MovieLens 100K");
        }
        List<Folds.Fold> folds = switch (protocol) {
            case "folds" -> Folds.official(data);
            case "validation" -> Folds.validation(data, 1);
            default -> throw new InvalidRequest("--protocol", "is neither folds nor validation: " + protocol);
        };
        for (Algorithm algorithm : algorithms) {
            evaluate(algorithm.options(algorithm.defaults(), settings.getOrDefault(algorithm, Map.of())), folds);
        }
    }

    private static String value(String[] args, int position) {
        if (position >= args.length) {
            throw new InvalidRequest(args[position - 1], "needs a value");
        }
        return args[position];
    }

    /** {@code sgd.factors=32}. */
    private static void set(String setting, Map<Algorithm, Map<String, String>> settings) {
        int dot = setting.indexOf('.');
        int equals = setting.indexOf('=', dot + 1);
        if (dot < 1 || equals < 0) {
            throw new InvalidRequest("--set", "is of the form ALGORITHM.OPTION=VALUE, not " + setting);
        }
        settings.computeIfAbsent(Algorithm.named(setting.substring(0, dot)), key -> new HashMap<>())
                .put(setting.substring(dot + 1, equals), setting.substring(equals + 1));
    }

    private static void evaluate(TrainOptions options, List<Folds.Fold> folds) {
        System.out.println(options);
        System.out.printf("  %-10s %8s %8s %9s%n", "fold", "RMSE", "MAE", "seconds");
        List<RatingErrors> all = new ArrayList<>();
        for (Folds.Fold fold : folds) {
            long start = System.nanoTime();
            var model = Algorithm.train(fold.train(), null, options, TrainListener.NONE).model();
            RatingErrors errors = RatingErrors.of(model, fold.test());
            all.add(errors);
            print(fold.name(), errors.rmse(), errors.mae(), (System.nanoTime() - start) / 1e9);
        }
        print("mean", all.stream().mapToDouble(RatingErrors::rmse).average().orElse(Double.NaN),
                all.stream().mapToDouble(RatingErrors::mae).average().orElse(Double.NaN), Double.NaN);
    }

    private static void print(String name, double rmse, double mae, double seconds) {
        System.out.printf(Locale.ROOT, "  %-10s %8.4f %8.4f %9s%n", name, rmse, mae,
                Double.isNaN(seconds) ? "" : String.format(Locale.ROOT, "%.2f", seconds));
    }
}
