package dev.marquee.cf.boost;

/**
 * What trees learn from: rows of features, and what is to be added to a first guess to come to the target.
 *
 * @param width features of a row
 * @param features row-major; NaN where unknown
 * @param guesses one for each row
 * @param targets one for each row
 */
public record BoostRows(int width, float[] features, float[] guesses, float[] targets) {
    public BoostRows {
        if (features.length != width * (long) targets.length || guesses.length != targets.length) {
            throw new IllegalArgumentException("There are " + features.length + " features and " + guesses.length
                    + " guesses for " + targets.length + " rows of " + width);
        }
    }

    public int size() {
        return targets.length;
    }
}
