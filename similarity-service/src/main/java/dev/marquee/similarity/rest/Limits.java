package dev.marquee.similarity.rest;

/**
 * How much one request may ask for or bring. Part of the interface, hence not configurable: a client may rely on them.
 */
final class Limits {
    /** Similar movies in one answer. */
    static final int SIMILAR = 200;
    /**
     * Features, and movies of a profile, that the reasons of one movie name: 200 movies with as many of the longest are
     * 6 MB of JSON.
     */
    static final int REASONS = 20;
    /** As many as a person reads. */
    static final String USUAL_REASONS = "10";
    /** Movies of one batch: about 1 MB of JSON. */
    static final int BATCH = 1000;
    /** Movies of a profile; the most active MovieLens users rated some thousands. */
    static final int PROFILE = 10_000;
    /** How much a movie of a profile counts at most, either way. */
    static final int WEIGHT = 1000;
    /** Ids to leave out, as many as someone may have seen. */
    static final int EXCLUDE = 50_000;
    /** Movies of a page of features. */
    static final int FEATURE_ROWS = 5000;
    /** Entries of a page of features, some more where the last movie has many: about 4 MB of JSON. */
    static final int FEATURE_ENTRIES = 200_000;
    /** Characters of a text, as the importer takes them. */
    static final int TEXT = 500;
    /** Genres are part of every list, so they are short and few. */
    static final int GENRE_TEXT = 100;
    static final int GENRES = 50;
    /** People of each kind, and tags, of each movie of a batch: there may be a thousand movies. */
    static final int BATCH_PARTS = 10;
    /** People or tags of one movie that is put. */
    static final int PARTS = 1000;
    /** The first film is of 1888; the importer takes the same years. */
    static final int FIRST_YEAR = 1870;
    static final int LAST_YEAR = 2100;

    private Limits() {}
}
