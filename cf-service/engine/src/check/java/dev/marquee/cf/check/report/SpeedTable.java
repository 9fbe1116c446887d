package dev.marquee.cf.check.report;

import java.util.List;
import java.util.Locale;

/** The table of benchmarks: the device beside the CPU engine, and beside what is wanted of an H100 or H200. */
final class SpeedTable {
    private static final String SMALL = "bench-small";
    private static final List<String> STAGES = List.of(SMALL, "bench-large", "bench-lists");
    private static final String CPU = "bench-cpu";
    /** What is wanted is given in seconds, or in so many updates a second. */
    private static final double SECONDS_AT_MOST = 1000;

    private final Report report;
    private final StringBuilder out;

    SpeedTable(Report report, StringBuilder out) {
        this.report = report;
        this.out = out;
    }

    void write() {
        List<Entry> rows = STAGES.stream().flatMap(stage -> report.of(stage).stream())
                .filter(entry -> Double.isFinite(entry.number("seconds")) && entry.status() == Status.PASSED).toList();
        if (rows.isEmpty()) {
            return;
        }
        line("\n| ratings | k | what | seconds | millions a second | CPU engine, seconds | wanted | of its multiply-adds |");
        line("|---|---|---|---|---|---|---|---|");
        for (Entry row : rows) {
            line("| %,d | %s | `%s` | %.4f | %.1f | %s | %s | %s |", (long) row.number("ratings"), row.text("factors"),
                    row.text("row"), row.number("seconds"), row.number("perSecond") / 1e6, onCpu(row), wanted(row),
                    share(row));
        }
        line("\nMedians of an epoch, or of the ten best movies of all users. Millions of ratings, or of users.");
    }

    private void line(String format, Object... arguments) {
        out.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    private String onCpu(Entry row) {
        return report.of(CPU).stream()
                .filter(entry -> entry.text("row").equals(row.text("row"))
                        && entry.number("ratings") == row.number("ratings"))
                .map(entry -> entry.number("seconds")).filter(Double::isFinite)
                .map(seconds -> String.format(Locale.ROOT, "%.3f", seconds)).findFirst().orElse("");
    }

    private static String wanted(Entry row) {
        double wanted = row.number("wanted");
        return !Double.isFinite(wanted) || row.stage().equals(SMALL)
                ? ""
                : wanted > SECONDS_AT_MOST
                        ? String.format(Locale.ROOT, "%.0f millions", wanted / 1e6)
                        : String.format(Locale.ROOT, "%.2f s", wanted);
    }

    private String share(Entry row) {
        double most = report.find("rates", "multiplyAdds" + row.text("factors"))
                .map(entry -> entry.number("multiplyAddsPerSecond")).orElse(Double.NaN);
        double share = 100 * row.number("multiplyAdds") / row.number("seconds") / most;
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.0f %%", share) : "";
    }
}
