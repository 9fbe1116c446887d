package dev.marquee.similarity.features;

/**
 * The kinds of metadata that are compared. Each has a weight of its own in {@link FeatureWeights}.
 */
public enum FeatureKind {
    GENRE, DIRECTOR, ACTOR, TAG, TITLE_WORD, YEAR, RUNTIME
}
