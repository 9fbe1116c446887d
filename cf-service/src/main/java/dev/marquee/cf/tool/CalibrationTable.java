package dev.marquee.cf.tool;

import dev.marquee.cf.eval.EvaluationReport;
import dev.marquee.cf.measure.CalibrationBand;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * Says of each algorithm that tells how sure it is whether it is right, by how much was known of users and movies.
 */
final class CalibrationTable {
    private final PrintStream out;

    CalibrationTable(PrintStream out) {
        this.out = out;
    }

    /** Nothing, where no algorithm tells. */
    void print(List<EvaluationReport> reports) {
        for (EvaluationReport report : reports) {
            if (!report.calibration().isEmpty()) {
                out.printf(Locale.ROOT,
                        "%nDeviations that %s expects, and errors without times; 68 %% should be within one,"
                                + " 95 %% within two%n",
                        report.algorithm());
                out.printf(Locale.ROOT, "  %-22s %10s %10s %10s %10s %10s%n", "ratings known of", "ratings", "rmse",
                        "expected", "within 1", "within 2");
                report.calibration().forEach(this::row);
            }
        }
    }

    private void row(CalibrationBand band) {
        out.printf(Locale.ROOT, "  %-22s %10d %10.4f %10.4f %8.1f %% %8.1f %%%n",
                band.of().equals("all") ? "all" : band.of() + " " + band.known(), band.ratings(), band.rmse(),
                band.deviation(), 100 * band.withinOne(), 100 * band.withinTwo());
    }
}
