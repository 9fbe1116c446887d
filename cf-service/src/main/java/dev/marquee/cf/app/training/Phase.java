package dev.marquee.cf.app.training;

import java.util.Locale;

/**
 * What a training is doing, in the order in which it does it.
 */
public enum Phase {
    STARTING,
    /** Reads the ratings. */
    LOADING,
    /** Learns from some of them, to be judged by the others. */
    TRAINING,
    /** Judges what came of it. */
    EVALUATING,
    /** Learns anew, from all of them. */
    REFITTING, STORING;

    /** The word in answers and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it goes on epoch by epoch. */
    boolean hasEpochs() {
        return this == TRAINING || this == REFITTING;
    }

    static Phase of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
