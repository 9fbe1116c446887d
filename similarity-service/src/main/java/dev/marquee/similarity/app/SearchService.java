package dev.marquee.similarity.app;

import dev.marquee.common.error.InvalidRequest;
import dev.marquee.similarity.app.search.MovieOrder;
import dev.marquee.similarity.app.search.MovieQuery;
import dev.marquee.similarity.movie.Movie;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds movies in memory. Takes processor time; call it from worker threads. Thread-safe.
 */
@Singleton
public class SearchService {
    private final CatalogueIndex index;

    SearchService(CatalogueIndex index) {
        this.index = index;
    }

    /**
     * All movies that fit, in the order asked for.
     *
     * @param genre in any case; {@code null} or blank means any
     * @param sort as {@link MovieOrder#of}
     * @throws InvalidRequest if there is no such genre or order, or the years are the wrong way round
     * @throws dev.marquee.common.error.ModelNotReady while there is nothing to answer from
     */
    public List<Movie> find(@Nullable String text, @Nullable String genre, @Nullable String person,
            @Nullable Integer yearFrom, @Nullable Integer yearTo, @Nullable String sort) {
        Filters.checkYears(yearFrom, yearTo);
        MovieOrder order = MovieOrder.of(sort);
        Snapshot snapshot = index.current();
        return snapshot.search().find(new MovieQuery(text == null ? "" : text, Filters.genre(genre, snapshot), person,
                yearFrom, yearTo, order));
    }

    /** Movies by id, in the order asked for, and the ids that there are no movies for. */
    public record Batch(List<Movie> movies, List<Long> missing) {}

    /**
     * @param movieIds repeated ones count once
     * @throws dev.marquee.common.error.ModelNotReady while there is nothing to answer from
     */
    public Batch batch(List<Long> movieIds) {
        Snapshot snapshot = index.current();
        List<Movie> movies = new ArrayList<>();
        List<Long> missing = new ArrayList<>();
        for (long movieId : new LinkedHashSet<>(movieIds)) {
            snapshot.movie(movieId).ifPresentOrElse(movies::add, () -> missing.add(movieId));
        }
        return new Batch(movies, missing);
    }

    /** How many movies each genre has, by name; none while the catalogue is empty or being loaded. */
    public Map<String, Integer> genres() {
        return index.loaded().map(Snapshot::genres).orElse(Map.of());
    }
}
