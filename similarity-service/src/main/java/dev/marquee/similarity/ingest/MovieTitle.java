package dev.marquee.similarity.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A MovieLens title taken apart. {@code Horseman on the Roof, The (Hussard sur le toit, Le) (1995)} is
 * {@code The Horseman on the Roof (Le Hussard sur le toit)} of 1995: the year goes, articles move to where they are
 * spoken, other titles stay in their brackets so that people find the movie by them.
 *
 * @param text in natural word order
 * @param year of release, of a series the first; {@code null} where the title names none
 */
record MovieTitle(String text, @Nullable Integer year) {
    private static final Pattern YEAR = Pattern
            .compile("^(.*?)\\s*\\((\\d{4})(?:\\s*[-–]\\s*(?:\\d{4})?)?\\s*\\)(?:\\s*\\((?:V|TV|VG|mini)\\))?$");
    private static final Pattern ARTICLE_BEHIND = Pattern.compile("^(.+), (The|A|An|Le|La|Les|L'|Un|Une|El|Los|Las|Una"
            + "|Il|Lo|I|Gli|Uno|Der|Die|Das|Ein|Eine|De|Het|Een|Den|Det|En|Ett|O|Os|As|Um|Uma|Da)$");
    private static final Pattern OTHER_TITLE = Pattern.compile("\\((a\\.?k\\.?a\\.? )?([^()]*)\\)",
            Pattern.CASE_INSENSITIVE);
    private static final int EARLIEST = 1870;
    private static final int LATEST = 2100;

    static MovieTitle parse(String raw) {
        String text = raw.strip();
        Matcher match = YEAR.matcher(text);
        if (match.matches() && !match.group(1).isEmpty()) {
            int year = Integer.parseInt(match.group(2));
            if (year >= EARLIEST && year <= LATEST) {
                return new MovieTitle(natural(match.group(1)), year);
            }
        }
        return new MovieTitle(natural(text), null);
    }

    private static String natural(String text) {
        int brackets = text.indexOf(" (");
        if (brackets <= 0) {
            return articleFirst(text);
        }
        String others = OTHER_TITLE.matcher(text.substring(brackets)).replaceAll(group -> Matcher.quoteReplacement(
                "(" + (group.group(1) == null ? "" : group.group(1)) + articleFirst(group.group(2)) + ")"));
        return articleFirst(text.substring(0, brackets)) + others;
    }

    private static String articleFirst(String text) {
        Matcher match = ARTICLE_BEHIND.matcher(text);
        if (!match.matches()) {
            return text;
        }
        String article = match.group(2);
        return article + (article.endsWith("'") ? "" : " ") + match.group(1);
    }
}
