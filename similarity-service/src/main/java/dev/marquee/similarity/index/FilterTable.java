package dev.marquee.similarity.index;

import dev.marquee.common.id.IdMap;
import dev.marquee.similarity.movie.Movie;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What filters ask of the indexed movies, by number. Immutable, thread-safe.
 */
final class FilterTable {
    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final IdMap ids;
    private final int[] years;
    private final Map<String, int[]> numbersByGenre = new HashMap<>();

    FilterTable(IdMap ids, List<Movie> movies) {
        this.ids = ids;
        this.years = movies.stream().mapToInt(movie -> movie.year() == null ? UNKNOWN : movie.year()).toArray();
        Map<String, IntStream.Builder> found = new HashMap<>();
        for (int number = 0; number < movies.size(); number++) {
            for (String genre : movies.get(number).genres()) {
                found.computeIfAbsent(MovieFilter.genreKey(genre), key -> IntStream.builder()).add(number);
            }
        }
        found.forEach((genre, numbers) -> numbersByGenre.put(genre, numbers.build().toArray()));
    }

    /**
     * @param hidden a bit for each movie which is not to be found
     */
    Eligible eligible(MovieFilter filter, long[] hidden) {
        long[] open = new long[hidden.length];
        if (filter.genre() == null) {
            for (int i = 0; i < open.length; i++) {
                open[i] = ~hidden[i];
            }
        } else {
            for (int number : numbersByGenre.getOrDefault(MovieFilter.genreKey(filter.genre()), new int[0])) {
                open[number >> 6] |= 1L << number & ~hidden[number >> 6];
            }
        }
        return new Eligible(open, filter);
    }

    /** Tells which movies one search may find. */
    final class Eligible {
        private final long[] open;
        private final boolean anyYear;
        private final int from;
        private final int to;
        private final MovieFilter filter;

        private Eligible(long[] open, MovieFilter filter) {
            this.open = open;
            this.anyYear = filter.yearFrom() == null && filter.yearTo() == null;
            this.from = filter.yearFrom() == null ? UNKNOWN + 1 : filter.yearFrom();
            this.to = filter.yearTo() == null ? Integer.MAX_VALUE : filter.yearTo();
            this.filter = filter;
        }

        boolean test(int number) {
            return (open[number >> 6] >>> number & 1) != 0
                    && (anyYear || (years[number] != UNKNOWN && years[number] >= from && years[number] <= to))
                    && (filter.exclude() == null || !filter.exclude().test(ids.idOf(number)));
        }
    }
}
