package dev.marquee.cf.check.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The short report, for a README: device, driver, day, tables. Times of a device that is no card are left out: they
 * would say something of this machine's processor only.
 */
final class Markdown {
    /** The part that stands for a stage. */
    private static final String WHOLE = "all";

    private final Report report;
    private final StringBuilder out = new StringBuilder();

    Markdown(Report report) {
        this.report = report;
    }

    String text() {
        boolean card = find("machine", "device").map(entry -> Objects.equals(entry.facts().get("gpu"), true))
                .orElse(false);
        heading();
        stages();
        schedule();
        quality();
        if (card) {
            rates();
            new SpeedTable(report, out).write();
            profile();
        } else {
            line("\nTimes are left out: the device is no card.");
        }
        troubles();
        return out.toString();
    }

    private void line(String format, Object... arguments) {
        out.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    private void heading() {
        String device = find("machine", "device").map(entry -> entry.text("line")).filter(line -> !line.isEmpty())
                .orElse("No device");
        String machine = find("machine", "cpu").map(entry -> entry.text("cpu") + ", " + entry.text("cores") + " cores")
                .orElse("unknown");
        line("**%s**, on %s, beside a CPU of %s. The check %s %d s%s.\n", device,
                LocalDate.ofInstant(report.date(), ZoneOffset.UTC), machine,
                report.finished() ? "took" : "was not finished after", report.seconds(),
                report.options().isEmpty() ? "" : ", with `" + report.options() + "`");
    }

    private List<Entry> of(String stage) {
        return report.of(stage);
    }

    private Optional<Entry> find(String stage, String part) {
        return report.find(stage, part);
    }

    private void stages() {
        line("| stage | passed | failed | skipped |");
        line("|---|---|---|---|");
        for (String stage : report.entries().stream().map(Entry::stage).distinct().toList()) {
            List<Entry> all = of(stage);
            line("| `%s` | %d | %d | %d |", stage, all.stream().filter(each -> each.status() == Status.PASSED).count(),
                    all.stream().filter(each -> each.status().bad()).count(),
                    all.stream().filter(each -> each.status() == Status.SKIPPED).count());
        }
    }

    private void schedule() {
        of("schedule").stream().filter(entry -> entry.status() == Status.PASSED)
                .forEach(entry -> line("\nAn epoch of `%s`: %s.", entry.part(), entry.words()));
    }

    private void quality() {
        List<Entry> all = of("quality").stream().filter(entry -> Double.isFinite(entry.number("cpu"))).toList();
        if (!all.isEmpty()) {
            line("\n| trained, judged by a tenth | ratings | figure | device | epochs | CPU engine | epochs | difference |");
            line("|---|---|---|---|---|---|---|---|");
            all.forEach(entry -> line("| `%s` | %,d | %s | %.4f | %s | %.4f | %s | %.5f %s |", entry.part(),
                    (long) entry.number("ratings"), entry.text("metric"), entry.number("device"),
                    entry.text("deviceEpochs"), entry.number("cpu"), entry.text("cpuEpochs"),
                    withoutSignOfZero(entry.number("difference")), entry.status().bad() ? entry.status().word() : ""));
        }
    }

    private static double withoutSignOfZero(double difference) {
        return Math.abs(difference) < 5e-6 ? 0 : difference;
    }

    private void rates() {
        line("\nAt most, by our own kernels:\n");
        of("rates").stream().filter(entry -> entry.status() == Status.PASSED)
                .forEach(entry -> line("- `%s`: %s", entry.part(), entry.words()));
    }

    private void profile() {
        line("\nWhere an epoch's time goes, each kernel waited for:\n");
        of("profile").stream().filter(entry -> entry.status() == Status.PASSED)
                .forEach(entry -> line("- `%s`: %s", entry.part(), entry.words()));
    }

    /** What went wrong, word for word, and what was not tried, by the reasons. */
    private void troubles() {
        line("");
        Map<String, List<String>> skipped = new LinkedHashMap<>();
        for (Entry entry : report.entries()) {
            if (entry.status() == Status.SKIPPED) {
                skipped.computeIfAbsent(entry.words(), unused -> new ArrayList<>())
                        .add("`" + entry.stage() + (entry.part().equals(WHOLE) ? "" : " " + entry.part()) + "`");
            } else if (entry.status() != Status.PASSED) {
                line("- %s", entry.line().replace("\n", " "));
            }
        }
        skipped.forEach((why, what) -> line("- Skipped, %s: %s", why, String.join(", ", what)));
    }
}
