package dev.marquee.common.postgres;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What PostgreSQL's programs say, made short.
 */
final class ServerMessages {
    private static final int LINES = 3;
    private static final Pattern PREFIX = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d [\\d:.]+ \\w+ \\[\\d+\\] ");
    private static final Pattern TELLING = Pattern
            .compile("\\b(FATAL|PANIC|ERROR|HINT|DETAIL|error|cannot|could not)\\b");

    private ServerMessages() {}

    /** The lines that tell of a failure, else the last ones. */
    static String inOneLine(List<String> lines) {
        List<String> telling = lines.stream().filter(line -> TELLING.matcher(line).find()).toList();
        List<String> shown = telling.isEmpty() ? lines : telling;
        return shown.isEmpty()
                ? "it said nothing"
                : shown.subList(Math.max(0, shown.size() - LINES), shown.size()).stream()
                        .map(line -> PREFIX.matcher(line).replaceFirst("").strip().replaceAll("\\s+", " "))
                        .collect(Collectors.joining(" | "));
    }
}
