package dev.marquee.similarity.features;

import java.text.Normalizer;

/**
 * Letters apart from their accents. Stateless, thread-safe.
 */
public final class Accents {
    private static final char FIRST_BEYOND_ASCII = 128;

    private Accents() {}

    /**
     * The text in a form that has accents as characters of their own; most texts are ASCII, which needs no look into
     * tables.
     */
    public static String apart(String text, Normalizer.Form form) {
        return text.chars().allMatch(c -> c < FIRST_BEYOND_ASCII) ? text : Normalizer.normalize(text, form);
    }
}
