package dev.marquee.cf.app.training;

import java.util.Locale;

/**
 * What a training of this version is doing, in the order in which it does it.
 */
public enum Phase {
    STARTING,
    /** Reads the ratings. */
    LOADING,
    /** Learns from some of them, to be judged by the others. */
    TRAINING,
    /** Goes on after the epochs, step by step, while it trains or refits. */
    SCORING,
    /** Judges what came of it. */
    EVALUATING,
    /** Learns anew, from all of them. */
    REFITTING, STORING;

    /** The word in answers and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param word perhaps that of a phase of another version */
    boolean is(String word) {
        return word().equals(word);
    }

    /** Whether the phase of this word goes on epoch by epoch. */
    static boolean hasEpochs(String word) {
        return TRAINING.is(word) || REFITTING.is(word);
    }
}
