package dev.marquee.cf.tool;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.eval.Evaluation;
import dev.marquee.cf.eval.EvaluationReport;
import dev.marquee.cf.eval.Protocol;
import dev.marquee.cf.measure.RankingProtocol;
import dev.marquee.cf.train.Placement;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Estimator;
import dev.marquee.common.error.RecommenderException;
import dev.marquee.launcher.run.UsageText;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ./run evaluate}: trains and tests on divisions of some data, prints tables and writes reports.
 */
public final class EvaluateCommand {
    private static final String USAGE = Setup.usage("evaluate.txt");

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
        Arguments arguments = new Arguments(args, UsageText.options(USAGE), Set.of("--set"));
        if (arguments.help()) {
            out.print(USAGE);
            return;
        }
        List<Algorithm<?>> algorithms = arguments.list("--algorithms", Algorithms.ALL, Algorithms::named);
        Map<Algorithm<?>, Estimator<?>> estimators = Setup.estimators(arguments, algorithms);
        RankingProtocol ranking = Setup.ranking(arguments);
        Optional<Path> folder = arguments.find("--out").map(Path::of);
        Path data = Path.of(arguments.required("--data", "is needed: a folder of MovieLens, or its ratings file"));
        Evaluation evaluation = Evaluation.of(new RatingData(data),
                arguments.get("--protocol", Protocol.FOLDS, Protocol::named), Setup.division(arguments), ranking,
                Setup.seeds(arguments));
        ReportTable table = new ReportTable(out, ranking);
        List<EvaluationReport> reports = new ArrayList<>();
        for (Algorithm<?> algorithm : algorithms) {
            Estimator<?> estimator = estimators.get(algorithm);
            out.println(estimator.options());
            Placement placement = estimator.placement();
            out.println("on " + placement.device() + ": " + placement.reason());
            table.runsHeader();
            EvaluationReport report = evaluation.report(estimator, folder.isPresent(), table::run);
            reports.add(report);
            folder.ifPresent(path -> ReportJson.write(report, path).forEach(file -> out.println("  " + file)));
        }
        table.summary(reports);
    }
}
