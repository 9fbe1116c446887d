package dev.marquee.common.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The one spelling of a genre. It depends on nothing but the name itself, so that files, requests, filters and replicas
 * agree whichever comes first: MovieLens's own names are spelt as its newer releases spell them, without regard to
 * case, blanks and hyphens; in any other name each word begins with a capital. Stateless, thread-safe.
 */
public final class GenreName {
    /** What MovieLens writes where a movie has none. */
    private static final Set<String> NONE = Set.of("", "(no genres listed)", "unknown");
    private static final List<String> SPELT = List.of("Action", "Adventure", "Animation", "Children", "Comedy", "Crime",
            "Documentary", "Drama", "Fantasy", "Film-Noir", "Horror", "IMAX", "Musical", "Mystery", "Romance", "Sci-Fi",
            "Thriller", "War", "Western", "TV Movie", "Reality-TV", "LGBTQ");
    private static final Set<String> RIGHT = Set.copyOf(SPELT);
    private static final Map<String, String> BY_LETTERS = byLetters();

    private GenreName() {}

    private static Map<String, String> byLetters() {
        Map<String, String> names = new HashMap<>();
        SPELT.forEach(name -> names.put(letters(name.toLowerCase(Locale.ROOT)), name));
        // The releases before 20M.
        names.put("childrens", "Children");
        return Map.copyOf(names);
    }

    /** Whether the text says that a movie has no genre. */
    public static boolean isNone(String text) {
        return NONE.contains(PlainText.lowerCase(text));
    }

    /**
     * @param written in any case, with blanks of any kind
     * @return the name as it is spelt everywhere
     */
    public static String of(String written) {
        if (RIGHT.contains(written)) {
            return written;
        }
        String lower = PlainText.lowerCase(written);
        String known = BY_LETTERS.get(letters(lower));
        return known == null ? capitals(lower) : known;
    }

    /** Without blanks, hyphens and apostrophes. */
    private static String letters(String lower) {
        StringBuilder letters = new StringBuilder(lower.length());
        lower.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static String capitals(String lower) {
        StringBuilder name = new StringBuilder(lower.length());
        boolean[] inWord = new boolean[1];
        lower.codePoints().forEach(c -> {
            name.appendCodePoint(inWord[0] ? c : Character.toTitleCase(c));
            inWord[0] = Character.isLetterOrDigit(c) || c == '\'' || c == '\u2019'
                    || Character.getType(c) == Character.NON_SPACING_MARK;
        });
        return name.toString();
    }
}
