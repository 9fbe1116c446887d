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
 * @param changesLeft after how many more single changes the whole should be built again; below 0, it is due
 */
public record Snapshot(CosineIndex index, MovieSearch search, Map<String, Integer> genres, Instant builtAt,
        Duration buildTime, int changesLeft) {
    /** So few movies are built anew at each change: it takes no more than a few milliseconds. */
    static final int FEW = 100;

    static Snapshot build(Collection<Movie> movies, FeatureWeights weights) {
        long start = System.nanoTime();
        CosineIndex index = CosineIndex.build(movies, weights);
        MovieSearch search = MovieSearch.of(movies);
        return new Snapshot(index, search, genresOf(search), Instant.now(),
                Duration.ofNanos(System.nanoTime() - start), movies.size() <= FEW ? 0 : movies.size());
    }

    /**
     * This, or the same movies built anew where they have changed so much that the rarities of features, and which
     * kinds of features there are, may be others by now. That is the case after as many single changes as there were
     * movies, so that it costs each change little.
     */
    Snapshot upToDate(FeatureWeights weights) {
        return changesLeft < 0 ? build(search.movies(), weights) : this;
    }

    Snapshot with(Movie movie) {
        return changed(index.with(movie), search.with(movie));
    }

    Snapshot without(long movieId) {
        return contains(movieId) ? changed(index.without(movieId), search.without(movieId)) : this;
    }

    private Snapshot changed(CosineIndex newIndex, MovieSearch newSearch) {
        return new Snapshot(newIndex, newSearch, genresOf(newSearch), builtAt, buildTime, changesLeft - 1);
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
