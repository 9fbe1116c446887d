package dev.marquee.cf.app.catalogue;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What could be learnt of some movies.
 *
 * @param movies by id; a movie that is not here is unknown to the catalogue, or could not be asked for
 * @param complete whether all were known or could be asked for; {@code false} while similarity-service is down
 */
public record Metadata(Map<Long, CatalogueMovie> movies, boolean complete) {

    public static final Metadata NONE = new Metadata(Map.of(), true);

    public Metadata {
        movies = Map.copyOf(movies);
    }

    public Optional<CatalogueMovie> of(long movieId) {
        return Optional.ofNullable(movies.get(movieId));
    }

    public @Nullable String titleOf(long movieId) {
        return of(movieId).map(CatalogueMovie::title).orElse(null);
    }
}
