package dev.marquee.similarity.features;

import dev.marquee.common.error.InvalidRequest;

/**
 * How much each kind of metadata counts. A score is the mean of the similarities by kind, weighted by the squares of
 * these (see {@link FeatureEncoder}). Only the proportions matter; genre is 1.
 *
 * @param genre the backbone: nearly every movie has genres, and a neighbour of wholly other genres does not convince
 * @param director shapes a film more than any single actor, but has no say in what it is about
 * @param actor the whole cast together; stars play in all sorts of films
 * @param tag the most telling words that there are. Above genre, as one or two shared tags give only a part of it
 * @param titleWord binds a series together; above genre for the same reason, yet a single common word gives little
 * @param year films of one time resemble each other, which is no reason by itself. People who like one film do watch
 *            others of its time, and agreement with them alone would put this at 0.9; but then every list is of one
 *            decade
 * @param runtime parts shorts and epics from the rest; the weakest
 */
public record FeatureWeights(double genre, double director, double actor, double tag, double titleWord, double year,
        double runtime) {

    /** The field of {@link InvalidRequest} where no single weight is wrong. */
    public static final String ALL = "weights";

    /** Tuned on MovieLens latest-small with IMDb credits; the README says how. */
    public static final FeatureWeights DEFAULTS = new FeatureWeights(1.0, 0.6, 0.7, 1.1, 1.05, 0.45, 0.25);

    /**
     * @throws InvalidRequest naming the weight that is negative or not a number as configuration does, or if all are 0
     */
    public FeatureWeights {
        check("genre", genre);
        check("director", director);
        check("actor", actor);
        check("tag", tag);
        check("title-word", titleWord);
        check("year", year);
        check("runtime", runtime);
        if (genre + director + actor + tag + titleWord + year + runtime == 0) {
            throw new InvalidRequest(ALL, "all are 0; at least one kind of feature must count");
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
