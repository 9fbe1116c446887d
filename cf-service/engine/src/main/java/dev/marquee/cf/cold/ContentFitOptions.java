package dev.marquee.cf.cold;

/**
 * How factors are predicted from content.
 *
 * @param minRatings movies with fewer ratings are not fitted, 1 or more: their factors are mostly noise
 * @param trust a movie of n ratings weighs n / (n + trust), above 0
 * @param regularization λ, above 0; the more, the closer to the mean movie
 * @param iterations of the conjugate gradient method, 1 or more
 */
public record ContentFitOptions(int minRatings, double trust, double regularization, int iterations) {

    /** Chosen by movies held out of MovieLens latest-small and 1M; the engine's README has the figures. */
    public static final ContentFitOptions DEFAULTS = new ContentFitOptions(5, 80, 0.3, 50);

    public ContentFitOptions {
        if (minRatings < 1 || !(trust > 0) || !(regularization > 0) || iterations < 1) {
            throw new IllegalArgumentException("a fit of at least " + minRatings + " ratings, trust " + trust
                    + ", regularization " + regularization + ", " + iterations + " iterations");
        }
    }
}
