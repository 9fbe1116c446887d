package dev.marquee.cf.app.feedback;

import dev.marquee.cf.app.catalogue.Catalogue;
import dev.marquee.cf.ratings.RatedMovieEntity;
import dev.marquee.cf.ratings.RatingStore;
import dev.marquee.common.error.UnknownId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which movies there are. What similarity-service says counts: a movie that was deleted there is rated no more, though
 * its ratings of before stay. Only what it does not say, because it is away, slow or has no movies at all, is decided
 * by what was imported or rated here. Answers of the last seconds
 * ({@link dev.marquee.cf.app.catalogue.CatalogueConfig#existenceTtl}) are taken from the catalogue's cache, so a movie
 * may be rated for so long after it was deleted. Ratings that are only sent along with a request for a list are not
 * checked: nothing is kept of them, and movies that nobody knows weigh nothing there. Never blocks. Thread-safe.
 */
@ApplicationScoped
public class KnownMovies {
    private final RatingStore ratings;
    private final Catalogue catalogue;

    KnownMovies(RatingStore ratings, Catalogue catalogue) {
        this.ratings = ratings;
        this.catalogue = catalogue;
    }

    /**
     * Those of the movies that may not be rated. This service's own table is asked only about what the catalogue cannot
     * tell.
     *
     * @return fails with {@link dev.marquee.common.error.UpstreamUnavailable} where it cannot be found out
     */
    public Uni<Set<Long>> unknownOf(Set<Long> movieIds) {
        return catalogue.existing(movieIds).flatMap(answer -> {
            Set<Long> open = new HashSet<>(movieIds);
            open.removeAll(answer.existing());
            open.removeAll(answer.missing());
            return open.isEmpty()
                    ? Uni.createFrom().item(answer.missing())
                    : unknownHere(open).map(unknown -> Stream.concat(unknown.stream(), answer.missing().stream())
                            .collect(Collectors.toSet()));
        });
    }

    private Uni<Set<Long>> unknownHere(Set<Long> movieIds) {
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
