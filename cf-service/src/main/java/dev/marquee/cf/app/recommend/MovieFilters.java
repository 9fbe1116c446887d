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
     * Which of the movies the wish's filters let through.
     *
     * @return fails with {@link dev.marquee.common.error.UpstreamUnavailable} where that cannot be found out
     */
    Uni<LongPredicate> of(ListRequest wish, Collection<Long> movieIds) {
        if (!wish.filters()) {
            return Uni.createFrom().item(id -> true);
        }
        return catalogue.describe(movieIds).map(metadata -> {
            if (!metadata.complete()) {
                throw Catalogue.needed("Without it movies cannot be filtered by genre or year; leave the filters out.");
            }
            return id -> metadata.of(id).map(movie -> passes(wish, movie)).orElse(false);
        });
    }

    static boolean passes(ListRequest wish, CatalogueMovie movie) {
        boolean genre = wish.genre() == null || movie.genres().stream().anyMatch(wish.genre()::equalsIgnoreCase);
        boolean from = wish.yearFrom() == null || (movie.year() != null && movie.year() >= wish.yearFrom());
        boolean to = wish.yearTo() == null || (movie.year() != null && movie.year() <= wish.yearTo());
        return genre && from && to;
    }
}
