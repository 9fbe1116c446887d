package dev.marquee.cf.tool;

import dev.marquee.cf.eval.Evaluation;
import dev.marquee.cf.eval.EvaluationReport;
import dev.marquee.cf.eval.Protocol;
import dev.marquee.cf.eval.RankingProtocol;
import dev.marquee.cf.eval.RatingData;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Engine;
import dev.marquee.cf.train.TrainOptions;
import dev.marquee.common.error.RecommenderException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ./run evaluate}: trains and tests on divisions of some data, prints tables and writes reports.
 */
public final class EvaluateCommand {
    private static final String USAGE = """
            Usage: ./run evaluate --data PATH [OPTION]...
            Trains on a part of the ratings, tests on the rest, and prints how good the models are.

            """ + Setup.usage("""
            folds: the official folds of MovieLens 100K (default)
                                    kfold: parts drawn at random, each tested once
                                    random: a fraction drawn at random is tested
                                    leave-last: the last ratings of each user are tested
                                    time: what came after one point of time is tested
                                    validation: for tuning; divides the training part of folds (where the data have
                                    them, else of random) once more, and leaves alone what is tested there""") + """
              --algorithms A,B      such as sgd,als (default: all)
              --set A.OPTION=VALUE  another value for an option of algorithm A, such as sgd.factors=32; may be repeated
              --out DIR             write A.json, the report, and A.svg, a learning curve, for each algorithm A; for the
                                    curve there is one more training, which validates on a tenth of the training ratings
            """;

    private EvaluateCommand() {}

    public static void main(String[] args) {
        try {
            run(args, System.out);
        } catch (RecommenderException e) {
            System.err.println("evaluate: " + e.getMessage());
            System.exit(2);
        }
    }

    static void run(String[] args, PrintStream out) {
        Set<String> known = new HashSet<>(Setup.NAMES);
        known.add("--algorithms");
        Arguments arguments = new Arguments(args, known, Set.of("--set"));
        if (arguments.help()) {
            out.print(USAGE);
            return;
        }
        List<Algorithm> algorithms = arguments.list("--algorithms", List.of(Algorithm.values()), Algorithm::named);
        Map<Algorithm, TrainOptions> options = Setup.options(arguments, algorithms);
        RankingProtocol ranking = Setup.ranking(arguments);
        Optional<Path> folder = arguments.find("--out").map(Path::of);
        Path data = Path.of(arguments.required("--data", "is needed: a folder of MovieLens, or its ratings file"));
        Evaluation evaluation = Evaluation.of(new RatingData(data),
                arguments.get("--protocol", Protocol.FOLDS, Protocol::named), Setup.division(arguments), ranking,
                Setup.seeds(arguments));
        ReportTable table = new ReportTable(out, ranking);
        List<EvaluationReport> reports = new ArrayList<>();
        for (Algorithm algorithm : algorithms) {
            out.println(options.get(algorithm));
            Engine engine = Engine.of(options.get(algorithm));
            out.println("on " + engine.device() + ": " + engine.reason());
            table.runsHeader();
            EvaluationReport report = evaluation.report(algorithm, options.get(algorithm), folder.isPresent(),
                    table::run);
            reports.add(report);
            folder.ifPresent(path -> ReportJson.write(report, path).forEach(file -> out.println("  " + file)));
        }
        table.summary(reports);
    }
}
