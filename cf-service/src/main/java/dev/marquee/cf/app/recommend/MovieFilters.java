package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.catalogue.Catalogue;
import dev.marquee.cf.app.catalogue.CatalogueMovie;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.function.LongPredicate;

/**
 * Filters by genre and year, which only the catalogue can tell. Never blocks. Thread-safe.
 */
@Singleton
class MovieFilters {
    private final Catalogue catalogue;

    MovieFilters(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Which of the movies the request's filters let through.
     *
     * @return fails with {@link dev.marquee.common.error.UpstreamUnavailable} where that cannot be found out
     */
    Uni<LongPredicate> of(ListRequest request, Collection<Long> movieIds) {
        if (!request.filters()) {
            return Uni.createFrom().item(id -> true);
        }
        return catalogue.describePatiently(movieIds).map(metadata -> {
            if (!metadata.complete()) {
                throw Catalogue.needed("Without it movies cannot be filtered by genre or year; leave the filters out.");
            }
            return id -> metadata.of(id).map(movie -> passes(request, movie)).orElse(false);
        });
    }

    static boolean passes(ListRequest request, CatalogueMovie movie) {
        boolean genre = request.genre() == null || movie.genres().stream().anyMatch(request.genre()::equalsIgnoreCase);
        boolean from = request.yearFrom() == null || (movie.year() != null && movie.year() >= request.yearFrom());
        boolean to = request.yearTo() == null || (movie.year() != null && movie.year() <= request.yearTo());
        return genre && from && to;
    }
}
