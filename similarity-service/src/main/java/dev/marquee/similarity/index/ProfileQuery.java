package dev.marquee.similarity.index;

import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.error.UnknownId;
import dev.marquee.similarity.features.SparseVector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A profile of movies that an index is asked about: worked out once, for the search and for the explanation of each
 * movie found. Immutable, thread-safe.
 */
public final class ProfileQuery {
    private final CosineIndex index;
    private final List<WeightedMovie> movies;
    private final List<SparseVector> vectors;
    private final Profile profile;
    private volatile @Nullable ProfileParts parts;

    ProfileQuery(CosineIndex index, List<WeightedMovie> movies, List<SparseVector> vectors) {
        this.index = index;
        this.movies = movies;
        this.vectors = vectors;
        this.profile = Profile.of(movies, vectors, index.featureCount());
    }

    /**
     * The movies nearest to the profile, which itself is not among them.
     *
     * @param limit how many at most, 0 or more
     * @throws InvalidRequest if the limit is negative
     */
    public List<Neighbour> similar(int limit, MovieFilter filter) {
        return index.search(profile.direction(), Profile.ids(movies), limit, filter);
    }

    /**
     * What a movie shares with the profile, and with which of its movies.
     *
     * @param most how many features, and how many movies, are named at most, the largest shares first
     * @throws UnknownId if there is no such movie
     */
    public Explanation explain(long movieId, int most) {
        Explainer explainer = index.explainer(movieId);
        Explanation features = explainer.features(profile.direction(), most);
        return features.features().isEmpty()
                ? features
                : new Explanation(features.score(), features.features(),
                        parts().shares(explainer.vector(),
                                explainer.product(profile.direction()) * profile.length(), most));
    }

    /** Made when the first movie is explained, as most searches are not asked why; two threads may make the same. */
    private ProfileParts parts() {
        ProfileParts made = parts;
        if (made == null) {
            made = ProfileParts.of(movies, vectors, index.featureCount());
            parts = made;
        }
        return made;
    }
}
