package dev.marquee.cf.tool;

import dev.marquee.cf.eval.EvaluationReport;
import dev.marquee.cf.eval.EvaluationRun;
import dev.marquee.cf.eval.RankingProtocol;
import dev.marquee.cf.eval.Summary;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reports as text: a line for each run as it ends, and a table of all measures by algorithm.
 */
final class ReportTable {
    private static final String MISSING = "-";

    private final PrintStream out;
    private final List<String> shown;

    /** @param ranking its shortest lists are those that the lines show */
    ReportTable(PrintStream out, RankingProtocol ranking) {
        this.out = out;
        int k = ranking.lengths().getFirst();
        this.shown = List.of("rmse", "mae", "ndcg@" + k, "recall@" + k, "hitRate@" + k);
    }

    void runsHeader() {
        out.printf("  %-16s %6s", "division", "seed");
        shown.forEach(metric -> out.printf(" %10s", metric));
        out.printf(" %8s %8s%n", "train s", "test s");
    }

    void run(EvaluationRun run) {
        out.printf("  %-16s %6d", run.division(), run.seed());
        shown.forEach(metric -> out.printf(" %10s", number(run.metrics().get(metric))));
        out.printf(Locale.ROOT, " %8.2f %8.2f%n", run.trainSeconds(), run.testSeconds());
    }

    /** All measures: mean ± half the 95 % confidence interval, where there are several runs. */
    void summary(List<EvaluationReport> reports) {
        EvaluationReport first = reports.getFirst();
        Set<String> metrics = new LinkedHashSet<>();
        reports.forEach(report -> metrics.addAll(report.metrics().keySet()));
        out.printf(Locale.ROOT, "%n%s: protocol %s, candidates %s, relevant from %s stars, %d run%s each%s%n",
                first.data().name(), first.protocol().id(), first.ranking().candidates().id(),
                first.ranking().threshold(), first.runs().size(), first.runs().size() == 1 ? "" : "s",
                first.runs().size() == 1 ? "" : ", mean ± half the 95 % confidence interval");
        out.printf("  %-14s", "");
        reports.forEach(report -> out.printf(" %18s", report.algorithm()));
        out.println();
        for (String metric : metrics) {
            out.printf("  %-14s", metric);
            reports.forEach(report -> out.printf(" %18s", summary(report.metrics().get(metric))));
            out.println();
        }
    }

    private static String summary(Summary summary) {
        if (summary == null || summary.halfWidth() == null) {
            return number(summary == null ? null : (Double) summary.mean());
        }
        return number(summary.mean()) + " ± " + number(summary.halfWidth());
    }

    private static String number(Double value) {
        return value == null || value.isNaN() ? MISSING : String.format(Locale.ROOT, "%.4f", value);
    }
}
