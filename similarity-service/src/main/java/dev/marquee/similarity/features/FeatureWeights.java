package dev.marquee.similarity.features;

import dev.marquee.common.error.InvalidRequest;

/**
 * How much each kind of metadata counts. A movie's features of one kind together have about this length (see
 * {@link FeatureEncoder}), so a kind's part in a score grows with the square of its weight. Only the proportions matter.
 *
 * @param genre the backbone: every movie has genres, and a neighbour of a wholly different genre is never convincing
 * @param director says more about what a film is like than any single actor
 * @param actor a star makes a film findable, yet plays in all sorts of films
 * @param tag the most telling words that there are, but given by few users to few movies
 * @param titleWord binds the parts of a series together; a chance match of one common word must not outweigh genres
 * @param year films of one time resemble each other; no reason by itself
 * @param runtime separates shorts and epics from the rest; the weakest
 */
public record FeatureWeights(double genre, double director, double actor, double tag, double titleWord, double year,
        double runtime) {

    /** Tuned on MovieLens latest-small with IMDb credits; the README says how. */
    public static final FeatureWeights DEFAULTS = new FeatureWeights(1.0, 0.5, 0.5, 0.6, 0.6, 0.4, 0.2);

    /**
     * @throws InvalidRequest naming the weight that is negative or not a number, or if all are 0
     */
    public FeatureWeights {
        check("genre", genre);
        check("director", director);
        check("actor", actor);
        check("tag", tag);
        check("titleWord", titleWord);
        check("year", year);
        check("runtime", runtime);
        if (genre + director + actor + tag + titleWord + year + runtime == 0) {
            throw new InvalidRequest("weights", "all are 0; at least one kind of feature must count");
        }
    }

    private static void check(String name, double weight) {
        if (!(weight >= 0 && weight <= 1e6)) {
            throw new InvalidRequest(name, "a weight must be between 0 and 1000000, is " + weight);
        }
    }

    /** The weight of one kind. */
    public double of(FeatureKind kind) {
        return switch (kind) {
            case GENRE -> genre;
            case DIRECTOR -> director;
            case ACTOR -> actor;
            case TAG -> tag;
            case TITLE_WORD -> titleWord;
            case YEAR -> year;
            case RUNTIME -> runtime;
        };
    }
}
