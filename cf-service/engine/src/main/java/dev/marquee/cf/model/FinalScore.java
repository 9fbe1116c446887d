package dev.marquee.cf.model;

/**
 * What lists of a ranking model are put in order by in the end, where the training learnt it: a weighted sum of what
 * the model, the tables and the movies' content say of a movie. Immutable, thread-safe.
 */
public record FinalScore(ListTables tables, ScoreWeights weights) {

    void requireMovies(int movies) {
        int factors = tables.factors();
        if (tables.popularity().length != movies || tables.trend().length != movies
                || tables.quality().length != movies || tables.starBiases().length != movies
                || tables.starFactors().length != movies * factors) {
            throw new IllegalArgumentException("The final score does not fit " + movies + " movies");
        }
    }

    boolean finite() {
        return tables.finite() && weights.finite();
    }
}
