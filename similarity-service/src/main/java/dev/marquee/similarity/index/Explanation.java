package dev.marquee.similarity.index;

import dev.marquee.similarity.features.FeatureKind;
import java.util.List;

/**
 * Why two movies, or a profile and a movie, are alike. Shares are parts of the score and sum to 1; one is negative
 * where it speaks against the movie (a dislike in the profile). Where the score is not above 0 there is nothing to
 * explain and both lists are empty.
 *
 * @param score the cosine
 * @param features what is shared, largest share first
 * @param because the profile's movies that share something, largest share first; empty for two movies
 */
public record Explanation(float score, List<SharedFeature> features, List<ProfileShare> because) {

    /**
     * @param value as shown to people: genre, name, tag, word; for year and runtime that of the movie explained
     */
    public record SharedFeature(FeatureKind kind, String value, float share) {}

    /** What one movie of the profile contributed. */
    public record ProfileShare(long movieId, float share) {}

    public Explanation {
        features = List.copyOf(features);
        because = List.copyOf(because);
    }
}
