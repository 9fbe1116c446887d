package dev.marquee.load;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The figures that Gatling prints at the end of a run. Not thread-safe.
 */
final class StepReport {
    /** Such as {@code > response time 99th percentile (ms)   |   1,334 |   1,334 |   - }: total, successful, failed. */
    private static final Pattern LINE = Pattern
            .compile("> (.+?) +\\| +([\\d,.-]+) \\| +([\\d,.-]+) \\| +([\\d,.-]+) *");
    private static final String P99 = "response time 99th percentile (ms)";
    private static final String COUNT = "request count";

    private final Map<String, String[]> figures = new HashMap<>();
    private final StringBuilder output = new StringBuilder();
    private final StringBuilder errors = new StringBuilder();
    private boolean inErrors;

    void read(String line) {
        output.append(line).append(System.lineSeparator());
        if (line.startsWith("---- Errors")) {
            errors.setLength(0);
            inErrors = true;
        } else if (inErrors && line.startsWith("> ")) {
            errors.append(line).append(System.lineSeparator());
        } else {
            inErrors = false;
        }
        Matcher found = LINE.matcher(line);
        if (found.matches()) {
            figures.put(found.group(1), new String[]{found.group(2), found.group(3), found.group(4)});
        }
    }

    /** Whether the run came to its end and printed its figures. */
    boolean complete() {
        return figures.containsKey(P99);
    }

    /** Why requests failed, and how many, or all that was printed where the run broke off. */
    String details() {
        return complete() ? errors.toString() : output.toString();
    }

    String row(String rate) {
        return String.format(Locale.ROOT, "%10s %8s %8s %8s %8s", rate, total("response time 50th percentile (ms)"),
                total(P99), total("max response time (ms)"),
                figures.containsKey(COUNT) ? figures.get(COUNT)[2].replace("-", "0") : "-");
    }

    private String total(String figure) {
        return figures.containsKey(figure) ? figures.get(figure)[0] : "-";
    }
}
