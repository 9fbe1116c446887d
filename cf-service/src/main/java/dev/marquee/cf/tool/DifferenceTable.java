package dev.marquee.cf.tool;

import dev.marquee.cf.eval.Difference;
import dev.marquee.cf.eval.EvaluationReport;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What algorithms differ by on the same divisions, as text: a table for each algorithm that others are compared with.
 */
final class DifferenceTable {
    private static final String MISSING = "-";

    private final PrintStream out;

    DifferenceTable(PrintStream out) {
        this.out = out;
    }

    /** Prints nothing where there is one algorithm. */
    void print(List<EvaluationReport> reports) {
        Map<String, List<String>> measures = new LinkedHashMap<>();
        for (String measure : MeasureNames.of(reports)) {
            differences(reports, measure).map(Difference::to).findFirst()
                    .ifPresent(first -> measures.computeIfAbsent(first, key -> new ArrayList<>()).add(measure));
        }
        measures.forEach((first, rows) -> print(first, rows, reports));
    }

    private static Stream<Difference> differences(List<EvaluationReport> reports, String measure) {
        return reports.stream().flatMap(report -> Optional.ofNullable(report.differences().get(measure)).stream());
    }

    private void print(String first, List<String> measures, List<EvaluationReport> reports) {
        List<EvaluationReport> others = reports.stream()
                .filter(report -> measures.stream().anyMatch(report.differences()::containsKey)).toList();
        boolean several = reports.getFirst().runs().size() > 1;
        out.printf(Locale.ROOT, "%nDifferences to %s on the same divisions: mean ± half the 95 %% confidence interval%s"
                + " over users%n", first,
                several
                        ? " over " + (reports.getFirst().seeds().size() > 1 ? "seeds" : "divisions") + " ±"
                        : "");
        String label = "  %-" + MeasureNames.width(measures) + "s";
        String cell = several ? " %26s" : " %17s";
        out.printf(Locale.ROOT, label, "");
        others.forEach(report -> out.printf(Locale.ROOT, cell, report.algorithm()));
        out.println();
        for (String measure : measures) {
            out.printf(Locale.ROOT, label, measure);
            others.forEach(report -> out.printf(Locale.ROOT, cell,
                    text(report.differences().get(measure), several)));
            out.println(differences(reports, measure).findFirst().map(DifferenceTable::compared).orElse(""));
        }
    }

    private static String text(@Nullable Difference difference, boolean several) {
        if (difference == null || Double.isNaN(difference.mean())) {
            return MISSING;
        }
        String mean = String.format(Locale.ROOT, "%+.4f", difference.mean());
        return several
                ? mean + " ± " + number(difference.halfWidth()) + " ± " + number(difference.halfWidthOverUsers())
                : mean + (difference.unit() == null ? "" : " ± " + number(difference.halfWidthOverUsers()));
    }

    private static String compared(Difference difference) {
        return difference.unit() == null
                ? ""
                : String.format(Locale.ROOT, "   %d users, %d %s", difference.users(), difference.compared(),
                        difference.unit());
    }

    private static String number(@Nullable Double value) {
        return value == null || value.isNaN() ? MISSING : String.format(Locale.ROOT, "%.4f", value);
    }
}
