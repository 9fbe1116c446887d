package dev.marquee.similarity.app.search;

import dev.marquee.similarity.features.Accents;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text as the words that search compares: lower case, without accents and punctuation.
 */
final class Words {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Words() {}

    /** The words of what someone typed, in order. Apostrophes vanish; other punctuation separates. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        for (String word : plain(text).split(" ")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /**
     * The words under which a text is found: its own, and those with punctuation inside also written as one, because
     * people type {@code spiderman} for Spider-Man and {@code walle} for WALL·E.
     */
    static Set<String> indexed(String text) {
        Set<String> words = new LinkedHashSet<>();
        List<String> joined = new ArrayList<>();
        for (String token : SPACES.split(text)) {
            List<String> parts = of(token);
            words.addAll(parts);
            if (parts.size() > 1) {
                joined.add(String.join("", parts));
            }
        }
        words.addAll(joined);
        return words;
    }

    private static String plain(String text) {
        String decomposed = Accents.apart(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            append(plain, decomposed.charAt(i));
        }
        return plain.toString();
    }

    private static void append(StringBuilder plain, char c) {
        switch (c) {
            case 'ß' -> plain.append("ss");
            case 'æ' -> plain.append("ae");
            case 'œ' -> plain.append("oe");
            case 'ø' -> plain.append('o');
            case 'đ', 'ð' -> plain.append('d');
            case 'þ' -> plain.append("th");
            case 'ł' -> plain.append('l');
            case 'ı' -> plain.append('i');
            case '&' -> plain.append(" and ");
            case '\'', '\u2019', '\u2018', '`', '\u00b4' -> {
                // nothing: "Schindler's" is typed as one word
            }
            default -> {
                if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                    plain.append(c);
                } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                    plain.append(' ');
                }
            }
        }
    }
}
