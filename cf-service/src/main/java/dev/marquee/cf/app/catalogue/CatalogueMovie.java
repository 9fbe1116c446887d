package dev.marquee.cf.app.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this service needs to know of a movie.
 *
 * @param year {@code null} where unknown
 * @param genres never {@code null}
 */
public record CatalogueMovie(long movieId, @Nullable String title, @Nullable Integer year, List<String> genres) {

    public CatalogueMovie {
        genres = genres == null ? List.of() : List.copyOf(genres);
    }

    /** Of a movie of which only the id is known. */
    public static CatalogueMovie nameless(long movieId) {
        return new CatalogueMovie(movieId, null, null, List.of());
    }
}
