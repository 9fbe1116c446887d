package dev.marquee.similarity.app.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All distinct words of a set of texts, numbered from 0. A typed word is compared with each of them once, whatever the
 * number of texts. Immutable; {@link #with} makes a larger one.
 */
final class Vocabulary {
    static final float EXACT = 1f;
    /** The typed word is a word's beginning: search as you type. */
    static final float BEGINNING = 0.75f;
    static final float TYPO = 0.5f;
    private static final int MIN_LETTERS_FOR_TYPO = 4;
    private static final int MIN_LETTERS_FOR_BEGINNING = 2;

    static final Vocabulary EMPTY = new Vocabulary(List.of(), Map.of());

    private final List<String> words;
    private final Map<String, Integer> numbers;

    private Vocabulary(List<String> words, Map<String, Integer> numbers) {
        this.words = words;
        this.numbers = numbers;
    }

    /** This vocabulary with more words; the numbers of the present ones stay. */
    Vocabulary with(Collection<String> more) {
        if (numbers.keySet().containsAll(more)) {
            return this;
        }
        List<String> grown = new ArrayList<>(words);
        Map<String, Integer> numbered = new HashMap<>(numbers);
        for (String word : more) {
            if (numbered.putIfAbsent(word, grown.size()) == null) {
                grown.add(word);
            }
        }
        return new Vocabulary(grown, numbered);
    }

    /** The numbers of words that are all present. */
    int[] numbersOf(Collection<String> present) {
        return present.stream().mapToInt(numbers::get).toArray();
    }

    /**
     * How well each word fits a typed one: {@link #EXACT}, {@link #BEGINNING}, {@link #TYPO} or 0.
     *
     * @param last whether it is the last one typed, which may be unfinished after one letter already
     */
    float[] fit(String typed, boolean last) {
        boolean beginnings = last || typed.length() >= MIN_LETTERS_FOR_BEGINNING;
        // A number with one digit wrong is another number.
        boolean typos = typed.length() >= MIN_LETTERS_FOR_TYPO && typed.chars().noneMatch(Character::isDigit);
        float[] fit = new float[words.size()];
        for (int i = 0; i < fit.length; i++) {
            String word = words.get(i);
            if (word.equals(typed)) {
                fit[i] = EXACT;
            } else if (beginnings && word.startsWith(typed)) {
                fit[i] = BEGINNING;
            } else if (typos && Typo.atMostOne(typed, word)) {
                fit[i] = TYPO;
            }
        }
        return fit;
    }
}
