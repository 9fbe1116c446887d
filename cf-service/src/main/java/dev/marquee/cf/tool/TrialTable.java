package dev.marquee.cf.tool;

import dev.marquee.cf.eval.Trial;
import dev.marquee.cf.eval.Tuning;
import dev.marquee.cf.train.Algorithm;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A search as text: a line for each trial with its place so far, and all of them sorted in the end.
 */
final class TrialTable {
    private final PrintStream out;
    private final Tuning tuning;
    private final int trials;
    private final List<Trial> done = new ArrayList<>();

    TrialTable(PrintStream out, Tuning tuning, int trials) {
        this.out = out;
        this.tuning = tuning;
        this.trials = trials;
    }

    void header() {
        out.printf(Locale.ROOT, "  %-9s %-20s %-7s %s%n", "trial", tuning.metric(), "seconds", "options");
    }

    /** @param again whether it was tried before and not now */
    @SuppressWarnings("ReferenceEquality") // this one, not an equal one
    void add(Trial trial, boolean again) {
        done.add(trial);
        boolean best = trial == sorted().getFirst() && known(trial);
        out.printf(Locale.ROOT, "  %-9s %s%s%s%n", done.size() + "/" + trials, line(trial), best ? "  best so far" : "",
                again ? "  (from the log)" : "");
    }

    /** Best first, and how to use the best. */
    void end(Algorithm<?> algorithm) {
        out.printf(Locale.ROOT, "%nBy %s:%n", tuning.metric());
        int place = 0;
        for (Trial trial : sorted()) {
            out.printf(Locale.ROOT, "  %-9d %s%n", ++place, line(trial));
        }
        Trial best = sorted().getFirst();
        if (!known(best)) {
            out.println("\nNo trial came to an end with a figure."
                    + (best.value() == null ? "" : " " + ReportTable.NO_FIGURE));
            return;
        }
        out.println("\nTo evaluate the best:");
        out.println("  " + String.join(" ", best.settings().entrySet().stream()
                .map(setting -> "--set " + algorithm.id() + "." + setting).toList()));
        out.println("To train with it in the service:");
        best.settings()
                .forEach((option, value) -> out.printf(Locale.ROOT, "  marquee.training.options.%s.%s=%s%n",
                        algorithm.id(),
                        option, value));
    }

    private static boolean known(Trial trial) {
        return trial.value() != null && !Double.isNaN(trial.value().mean());
    }

    private List<Trial> sorted() {
        return done.stream().sorted(tuning.bestFirst()).toList();
    }

    private static String line(Trial trial) {
        String value = trial.value() == null
                ? "failed"
                : !known(trial)
                        ? "no figure"
                        : String.format(Locale.ROOT, "%.4f", trial.value().mean()) + (trial.value().halfWidth() == null
                                ? ""
                                : String.format(Locale.ROOT, " ± %.4f", trial.value().halfWidth()));
        return String.format(Locale.ROOT, "%-20s %-7.1f %s%s", value, trial.seconds(), settings(trial.settings()),
                trial.failure() == null ? "" : "  " + trial.failure());
    }

    private static String settings(Map<String, String> settings) {
        return String.join(" ", settings.entrySet().stream().map(Map.Entry::toString).toList());
    }
}
