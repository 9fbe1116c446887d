package dev.marquee.cf.tool;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.eval.Comparison;
import dev.marquee.cf.eval.Evaluation;
import dev.marquee.cf.eval.EvaluationReport;
import dev.marquee.cf.eval.Protocol;
import dev.marquee.cf.measure.RankingProtocol;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.Placement;
import dev.marquee.launcher.cli.CommandLines;
import dev.marquee.launcher.cli.HelpOption;
import java.io.File;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./run evaluate}: trains and tests on divisions of some data, prints tables and writes reports.
 */
@Command(name = "evaluate", customSynopsis = "./run evaluate --data=PATH [OPTION]...", description = {
        "Trains on a part of the ratings, tests on the rest, and prints how good the models are.",
        ""})
public final class EvaluateCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin
    private final TrainingSetup training = new TrainingSetup();

    @Option(names = "--protocol", paramLabel = "NAME", description = {
            "folds: the official folds of MovieLens 100K (default)",
            "kfold: parts drawn at random, each tested once",
            "random: a fraction drawn at random is tested",
            "leave-last: the last ratings of each user are tested",
            "time: what came after one point of time is tested",
            "newcomers: some users are not trained on; some ratings of each are told, the others tested",
            "validation: for tuning; divides the training part of folds (where the data have them, else of random)"
                    + " once more, and leaves alone what is tested there"},
            converter = ProtocolNames.class)
    private Protocol protocol = Protocol.FOLDS;

    @Option(names = "--algorithms", paramLabel = "A,B", split = ",", hideParamSyntax = true, description = "some of"
            + " ${COMPLETION-CANDIDATES} (default:"
            + " all)", converter = AlgorithmNames.class, completionCandidates = AlgorithmNames.class)
    private @Nullable List<Algorithm<?>> algorithms;

    @Option(names = "--set", paramLabel = "A.OPTION=VALUE", description = "another value for an option of algorithm A,"
            + " such as sgd.factors=32; may be repeated")
    private List<String> sets = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "write A.json, the report, and A.svg, a learning curve,"
            + " for each algorithm A; for the curve there is one more training, which validates on a tenth of the"
            + " training ratings")
    private @Nullable File folder;

    @Mixin
    private final DivisionSetup division = new DivisionSetup();

    @Mixin
    private final RankingSetup ranking = new RankingSetup();

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli fills it
    private final HelpOption help = new HelpOption();

    private EvaluateCommand(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        CommandLines.main(line(System.out), args);
    }

    /** @param out for the tables */
    static CommandLine line(PrintStream out) {
        return CommandLines.of(new EvaluateCommand(out));
    }

    @Override
    public Integer call() {
        List<Algorithm<?>> asked = algorithms == null ? Algorithms.trainable() : algorithms;
        asked.forEach(Algorithm::requireTrainable);
        List<Estimator<?>> estimators = training.estimators(asked, sets);
        RankingProtocol lists = ranking.protocol();
        Evaluation evaluation = Evaluation.of(training.source(), protocol, division.options(), lists,
                training.seeds());
        if (folder != null) {
            ReportJson.requireWritable(folder.toPath());
        }
        ReportTable table = new ReportTable(out, lists);
        List<EvaluationReport> reports = new ArrayList<>();
        Comparison comparison = new Comparison();
        for (Estimator<?> estimator : estimators) {
            reports.add(report(evaluation, estimator, comparison, table));
        }
        table.summary(reports);
        new DifferenceTable(out).print(reports);
        new CalibrationTable(out).print(reports);
        return 0;
    }

    private EvaluationReport report(Evaluation evaluation, Estimator<?> estimator, Comparison comparison,
            ReportTable table) {
        out.println(estimator.options());
        Placement placement = estimator.placement();
        out.println("on " + placement.device() + ": " + placement.reason());
        table.runsHeader();
        File to = folder;
        EvaluationReport report = evaluation.report(estimator, to != null, comparison, table::run);
        if (to != null) {
            ReportJson.write(report, to.toPath()).forEach(file -> out.println("  " + file));
        }
        return report;
    }
}
