package dev.marquee.cf.app.feedback;

import dev.marquee.cf.app.catalogue.Catalogue;
import dev.marquee.cf.ratings.RatedMovieEntity;
import dev.marquee.cf.ratings.RatingRepository;
import dev.marquee.common.error.UnknownId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;

/**
 * Which movies there are: those that were imported or rated here, and those of similarity-service. Never blocks. Thread-safe.
 */
@ApplicationScoped
public class KnownMovies {
    private final RatingRepository ratings;
    private final Catalogue catalogue;

    KnownMovies(RatingRepository ratings, Catalogue catalogue) {
        this.ratings = ratings;
        this.catalogue = catalogue;
    }

    /**
     * Those of the movies that nobody knows. The catalogue is asked only about what is unknown here.
     *
     * @return fails with {@link dev.marquee.common.error.UpstreamUnavailable} where that cannot be found out
     */
    public Uni<Set<Long>> unknownOf(Set<Long> movieIds) {
        return ratings.movies(movieIds).flatMap(known -> {
            Set<Long> unknown = new HashSet<>(movieIds);
            known.stream().map(RatedMovieEntity::movieId).forEach(unknown::remove);
            return unknown.isEmpty() ? Uni.createFrom().item(unknown) : catalogue.unknownOf(unknown);
        });
    }

    /**
     * @return fails with {@link UnknownId} for a movie that nobody knows, and as {@link #unknownOf}
     */
    public Uni<Void> require(long movieId) {
        return unknownOf(Set.of(movieId)).invoke(unknown -> {
            if (!unknown.isEmpty()) {
                throw new UnknownId("movie", movieId);
            }
        }).replaceWithVoid();
    }
}
