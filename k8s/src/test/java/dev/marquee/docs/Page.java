package dev.marquee.docs;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A Markdown file: where its links lead, which headings one can link to, which paths it names in code.
 *
 * @param file its absolute path
 * @param text without examples, that is without blocks between fences and indented by four blanks
 */
record Page(Path file, String text) {
    private static final Pattern EXAMPLE = Pattern.compile("^```.*?^```$|^ {4}\\S.*?$",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|^\\[[^\\]]+\\]:\\s*(\\S+)",
            Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
    private static final Pattern ELSEWHERE = Pattern.compile("^[a-z]+:.*");

    static Page read(Path file) {
        return of(file, Repository.read(file));
    }

    static Page of(Path file, String markdown) {
        return new Page(file, EXAMPLE.matcher(markdown).replaceAll(""));
    }

    /** The targets of all links within the repository. */
    List<String> links() {
        return LINK.matcher(CODE.matcher(text).replaceAll("code")).results()
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches()).toList();
    }

    /** What stands in code, such as file names. */
    List<String> code() {
        return CODE.matcher(text).results().map(code -> code.group(1)).toList();
    }

    /** Names of headings, as GitHub makes them. */
    Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> times = new HashMap<>();
        for (MatchResult heading : HEADING.matcher(text).results().toList()) {
            String anchor = heading.group(1).strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "")
                    .replace(' ', '-');
            int earlier = times.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(earlier == 0 ? anchor : anchor + "-" + earlier);
        }
        return anchors;
    }
}
