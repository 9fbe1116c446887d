package dev.marquee.similarity.app;

import dev.marquee.similarity.app.search.MovieSearch;
import dev.marquee.similarity.features.FeatureWeights;
import dev.marquee.similarity.index.CosineIndex;
import dev.marquee.similarity.movie.Movie;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The catalogue at one moment, with all that is needed to answer from memory. Immutable; whoever answers a request
 * takes one and stays with it, so that nothing changes under the request.
 *
 * @param index for similarity
 * @param search for search and listing
 * @param genres how many movies each has, by name
 * @param builtAt when the whole of it was last built; single changes do not count
 * @param buildTime how long that took
 */
public record Snapshot(CosineIndex index, MovieSearch search, Map<String, Integer> genres, Instant builtAt,
        Duration buildTime) {

    static Snapshot build(Collection<Movie> movies, FeatureWeights weights) {
        long start = System.nanoTime();
        CosineIndex index = CosineIndex.build(movies, weights);
        MovieSearch search = MovieSearch.of(movies);
        return new Snapshot(index, search, genresOf(search), Instant.now(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    Snapshot with(Movie movie) {
        return changed(index.with(movie), search.with(movie));
    }

    Snapshot without(long movieId) {
        return contains(movieId) ? changed(index.without(movieId), search.without(movieId)) : this;
    }

    private Snapshot changed(CosineIndex newIndex, MovieSearch newSearch) {
        return new Snapshot(newIndex, newSearch, genresOf(newSearch), builtAt, buildTime);
    }

    private static Map<String, Integer> genresOf(MovieSearch search) {
        Map<String, Integer> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        search.movies().forEach(movie -> movie.genres().forEach(genre -> counts.merge(genre, 1, Integer::sum)));
        return counts;
    }

    public boolean contains(long movieId) {
        return index.contains(movieId);
    }

    /** The movie, where there is one. */
    public Optional<Movie> movie(long movieId) {
        return contains(movieId) ? Optional.of(index.movie(movieId)) : Optional.empty();
    }

    public int size() {
        return search.size();
    }
}
