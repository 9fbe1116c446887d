package dev.marquee.cf.tool;

import dev.marquee.cf.eval.EvaluationReport;
import dev.marquee.cf.eval.EvaluationRun;
import dev.marquee.cf.eval.Summary;
import dev.marquee.cf.measure.RankingProtocol;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reports as text: a line for each run as it ends, and a table of all measures by algorithm.
 */
final class ReportTable {
    /** What makes a list judged. */
    static final String NO_FIGURE = "Lists can be judged only where somebody liked a movie that was held out.";
    private static final String MISSING = "-";
    private static final int LEAST_WIDTH = 14;

    private final PrintStream out;
    private final List<String> shown;

    /** @param ranking its shortest lists are those that the lines show */
    ReportTable(PrintStream out, RankingProtocol ranking) {
        this.out = out;
        int k = ranking.lengths().getFirst();
        this.shown = List.of("rmse", "mae", "ndcg@" + k, "recall@" + k, "hitRate@" + k);
    }

    void runsHeader() {
        out.printf(Locale.ROOT, "  %-16s %6s", "division", "seed");
        shown.forEach(metric -> out.printf(Locale.ROOT, " %10s", metric));
        out.printf(Locale.ROOT, " %8s %8s%n", "train s", "test s");
    }

    void run(EvaluationRun run) {
        out.printf(Locale.ROOT, "  %-16s %6d", run.division(), run.seed());
        shown.forEach(metric -> out.printf(Locale.ROOT, " %10s", number(run.metrics().get(metric))));
        out.printf(Locale.ROOT, " %8.2f %8.2f%n", run.trainSeconds(), run.testSeconds());
        if (run.note() != null) {
            out.println("    " + run.note());
        }
    }

    /** All measures: mean ± half the 95 % confidence interval, where there are several runs. */
    void summary(List<EvaluationReport> reports) {
        EvaluationReport first = reports.getFirst();
        boolean several = reports.stream().anyMatch(report -> report.runs().size() > 1);
        out.printf(Locale.ROOT, "%n%s: protocol %s, candidates %s, %s relevant%s%n", first.data().name(),
                first.protocol().id(), first.ranking().candidates().id(),
                first.ranking().threshold() == 0 ? "all" : "from " + first.ranking().threshold() + " stars",
                several
                        ? "; mean ± half the 95 % confidence interval over "
                                + (first.seeds().size() > 1 ? "seeds" : "divisions")
                        : "");
        List<String> metrics = MeasureNames.of(reports);
        int width = Math.max(LEAST_WIDTH, MeasureNames.width(metrics));
        row("", width, reports, EvaluationReport::algorithm);
        for (String metric : metrics) {
            row(metric, width, reports, report -> summary(report.metrics().get(metric)));
        }
        row("runs", width, reports, report -> Integer.toString(report.runs().size()));
        unknown(reports);
        if (reports.stream().flatMap(report -> report.metrics().values().stream())
                .anyMatch(metric -> Double.isNaN(metric.mean()))) {
            out.println("  " + MISSING + ": there is no figure. " + NO_FIGURE);
        }
    }

    /** Says how many lists are not of the models: the same users for all algorithms whose lists differ by user. */
    private void unknown(List<EvaluationReport> reports) {
        reports.stream().max(Comparator.comparingLong(ReportTable::unknown)).filter(most -> unknown(most) > 0)
                .ifPresent(most -> out.printf(Locale.ROOT,
                        "  %d of %d lists are of users of whom nothing was known, and so of what is popular.%n",
                        unknown(most), most.runs().stream().mapToLong(EvaluationRun::lists).sum()));
    }

    private static long unknown(EvaluationReport report) {
        return report.runs().stream().mapToLong(EvaluationRun::unknown).sum();
    }

    private void row(String name, int width, List<EvaluationReport> reports,
            Function<EvaluationReport, String> cell) {
        out.printf(Locale.ROOT, "  %-" + width + "s", name);
        reports.forEach(report -> out.printf(Locale.ROOT, " %17s", cell.apply(report)));
        out.println();
    }

    private static String summary(@Nullable Summary summary) {
        if (summary == null || summary.halfWidth() == null || Double.isNaN(summary.mean())) {
            return number(summary == null ? null : (Double) summary.mean());
        }
        return number(summary.mean()) + " ± " + number(summary.halfWidth());
    }

    private static String number(@Nullable Double value) {
        return value == null || value.isNaN() ? MISSING : String.format(Locale.ROOT, "%.4f", value);
    }
}
