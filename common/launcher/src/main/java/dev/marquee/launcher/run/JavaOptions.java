package dev.marquee.launcher.run;

import dev.marquee.launcher.cli.UsageError;
import java.util.ArrayList;
import java.util.List;

/**
 * Options for a JVM in an environment variable. They are separated by blanks; single or double quotes hold blanks
 * together, and outside quotes a backslash takes the next character as it is. Nothing is expanded. The script divides
 * them by the same rules.
 */
final class JavaOptions {
    private static final String VARIABLE = "JAVA_OPTS";

    private JavaOptions() {}

    /**
     * The options for the services.
     *
     * @throws UsageError for a quote without an end
     */
    static List<String> ofServices() {
        String options = System.getenv(VARIABLE);
        return options == null ? List.of() : split(VARIABLE, options);
    }

    /** @param variable to name where something is wrong */
    static List<String> split(String variable, String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && Character.isWhitespace(c)) {
                if (word != null) {
                    words.add(word.toString());
                }
                word = null;
                continue;
            }
            word = word == null ? new StringBuilder() : word;
            if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                quote = quote == 0 ? c : 0;
            } else {
                boolean escaped = c == '\\' && quote == 0 && i + 1 < text.length();
                word.append(escaped ? text.charAt(++i) : c);
            }
        }
        if (quote != 0) {
            throw new UsageError(variable + " has a " + quote + " without its end: " + text);
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }
}
