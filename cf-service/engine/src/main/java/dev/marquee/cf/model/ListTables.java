package dev.marquee.cf.model;

/**
 * What the final score of a list knows of movies, besides the model's factors: how popular they are, what stars they
 * get, and which others speak for them. Immutable, thread-safe.
 *
 * @param popularity by movie, the logarithm of its share of all ratings
 * @param trend by movie, by how much that grew in the last tenth of the ratings; zeros where no times are known
 * @param quality by movie, the mean of where its ratings lie between the worst and the best, 0 to 1, drawn to that of
 *            all
 * @param starMean the mean of all ratings
 * @param starBiases by movie, in stars
 * @param starFactors n×k, row-major
 * @param items which movies speak for which others
 */
public record ListTables(float[] popularity, float[] trend, float[] quality, float starMean, float[] starBiases,
        float[] starFactors, ItemWeights items) {

    /** How many factors the stars have. */
    public int factors() {
        return starFactors.length / Math.max(1, starBiases.length);
    }

    boolean finite() {
        return FactorModel.finite(popularity) && FactorModel.finite(trend) && FactorModel.finite(quality)
                && Float.isFinite(starMean) && FactorModel.finite(starBiases) && FactorModel.finite(starFactors)
                && items.finite();
    }
}
