package dev.marquee.similarity.app.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Typed words against texts that are given as word numbers of a vocabulary: all typed words must fit, in any order.
 * Made for one search; not thread-safe.
 */
final class Matcher {
    private final List<float[]> fits = new ArrayList<>();
    private final int letters;

    Matcher(String typed, Vocabulary vocabulary) {
        List<String> words = Words.of(typed);
        for (int i = 0; i < words.size(); i++) {
            fits.add(vocabulary.fit(words.get(i), i == words.size() - 1));
        }
        letters = words.stream().mapToInt(String::length).sum();
    }

    /** The number of letters typed. */
    int letters() {
        return letters;
    }

    /**
     * How well the words fit on average, from {@link Vocabulary#TYPO} to {@link Vocabulary#EXACT}; 0 if one fits
     * nowhere or nothing but punctuation was typed.
     */
    float fit(int[] text) {
        float sum = 0;
        for (float[] fit : fits) {
            float best = 0;
            for (int word : text) {
                best = Math.max(best, fit[word]);
            }
            if (best == 0) {
                return 0;
            }
            sum += best;
        }
        return fits.isEmpty() ? 0 : sum / fits.size();
    }
}
