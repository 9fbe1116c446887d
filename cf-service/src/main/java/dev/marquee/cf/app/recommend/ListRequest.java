package dev.marquee.cf.app.recommend;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What kind of list is wanted.
 *
 * @param limit how many movies, 1 or more
 * @param genre only this genre; {@code null}: any
 * @param yearFrom only from this year on; {@code null}: any
 * @param yearTo only up to this year; {@code null}: any
 * @param exclude movies that must not be in it
 * @param diversity 0: the best movies, 1: the most different ones
 * @param exploration the share of places for movies that hardly anybody has rated, 0 to 0.5; {@code null}: the usual
 * @param explain whether each movie says why it is there
 */
public record ListRequest(int limit, @Nullable String genre, @Nullable Integer yearFrom,
        @Nullable Integer yearTo, Set<Long> exclude, double diversity, @Nullable Double exploration, Strategy strategy,
        boolean explain) {

    public ListRequest {
        exclude = Set.copyOf(exclude);
    }

    /** The same by another strategy. */
    ListRequest as(Strategy other) {
        return new ListRequest(limit, genre, yearFrom, yearTo, exclude, diversity, exploration, other, explain);
    }

    /** The same with more that must not be in it. */
    ListRequest without(Set<Long> movieIds) {
        Set<Long> all = new HashSet<>(exclude);
        all.addAll(movieIds);
        return new ListRequest(limit, genre, yearFrom, yearTo, all, diversity, exploration, strategy, explain);
    }

    ListRequest ofGenre(@Nullable String name) {
        return new ListRequest(limit, name, yearFrom, yearTo, exclude, diversity, exploration, strategy, explain);
    }

    /** How many movies a source should put up for this list. */
    int candidates(int least) {
        return Math.max(least, 2 * limit);
    }

    boolean excludes(long movieId) {
        return !exclude.isEmpty() && exclude.contains(movieId);
    }

    /** Whether movies must be looked up in the catalogue before they can be chosen. */
    boolean filters() {
        return genre != null || yearFrom != null || yearTo != null;
    }
}
