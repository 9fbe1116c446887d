package dev.marquee.common.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Texts that look the same are the same: accents belong to their letters (Unicode's form NFC), blanks of every kind are
 * one space, and there is none at either end. Stateless, thread-safe.
 */
public final class PlainText {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private PlainText() {}

    /** The text in its plain form. */
    public static String of(String text) {
        return isPlain(text)
                ? text
                : BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
    }

    /** The plain form of a text in which case says nothing. */
    public static String lowerCase(String text) {
        return of(text).toLowerCase(Locale.ROOT);
    }

    /** Most texts are ASCII with single spaces and need no look into tables. */
    private static boolean isPlain(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '~' || c < ' ' || (blank && c == ' ')) {
                return false;
            }
            blank = c == ' ';
        }
        return !blank || text.isEmpty();
    }
}
