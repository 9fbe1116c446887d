package dev.marquee.similarity.index;

import dev.marquee.similarity.features.FeatureMatrix;
import dev.marquee.similarity.features.SparseVector;
import dev.marquee.similarity.movie.Movie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * What has changed since the movies were indexed: those that no longer count, and movies beside the indexed ones.
 * Immutable, thread-safe; a change copies it, so it is kept small.
 *
 * @param hidden a bit for each of the indexed movies that was changed or removed
 * @param hiddenCount how many bits are set
 * @param added movies beside the indexed ones, by ascending id
 */
record Changes(long[] hidden, int hiddenCount, List<Added> added) {

    private static final Comparator<Neighbour> BEST_FIRST = Comparator.comparingDouble(Neighbour::score).reversed()
            .thenComparingLong(Neighbour::movieId);

    /** A movie beside the indexed ones, with its vector. */
    record Added(Movie movie, SparseVector vector) {}

    static Changes none(int indexedCount) {
        return new Changes(new long[(indexedCount + 63) / 64], 0, List.of());
    }

    boolean isHidden(int number) {
        return (hidden[number >> 6] >>> number & 1) != 0;
    }

    /** The place of the movie among those added, or {@code -place - 1} where it would belong. */
    int find(long movieId) {
        int low = 0;
        int high = added.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Long.compare(added.get(middle).movie().movieId(), movieId);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -low - 1;
    }

    /** With some of the indexed movies hidden; negative numbers hide nothing. */
    Changes hiding(int... numbers) {
        long[] bits = hidden.clone();
        int count = hiddenCount;
        for (int number : numbers) {
            if (number >= 0 && (bits[number >> 6] >>> number & 1) == 0) {
                bits[number >> 6] |= 1L << number;
                count++;
            }
        }
        return new Changes(bits, count, added);
    }

    Changes adding(Movie movie, SparseVector vector) {
        List<Added> changed = new ArrayList<>(added);
        int place = find(movie.movieId());
        if (place >= 0) {
            changed.set(place, new Added(movie, vector));
        } else {
            changed.add(-place - 1, new Added(movie, vector));
        }
        return new Changes(hidden, hiddenCount, List.copyOf(changed));
    }

    /** Without some of the movies beside the indexed ones; ids that are not there change nothing. */
    Changes removing(LongPredicate ids) {
        if (added.isEmpty()) {
            return this;
        }
        List<Added> left = added.stream().filter(candidate -> !ids.test(candidate.movie.movieId())).toList();
        return new Changes(hidden, hiddenCount, left);
    }

    /**
     * Joins what a search of the indexed movies found with the added movies which the filter accepts.
     *
     * @param columns how many features there are
     */
    List<Neighbour> merge(List<Neighbour> found, SparseVector query, int columns, IndexedMovies indexed, int limit,
            MovieFilter filter) {
        float[] lookup = new float[columns];
        for (int i = 0; i < query.size(); i++) {
            lookup[query.column(i)] = query.value(i);
        }
        List<Neighbour> all = new ArrayList<>(found);
        for (Added candidate : added) {
            float score = indexed.dot(candidate.vector, lookup);
            if (score > 0 && filter.accepts(candidate.movie)) {
                all.add(new Neighbour(candidate.movie.movieId(), score));
            }
        }
        all.sort(BEST_FIRST);
        return new ArrayList<>(all.subList(0, Math.min(limit, all.size())));
    }

    /**
     * The indexed movies with the changes made.
     *
     * @param columns how many features there are
     */
    IndexedMovies applyTo(IndexedMovies indexed, int columns) {
        List<Added> all = new ArrayList<>(added);
        for (int number = 0; number < indexed.size(); number++) {
            if (!isHidden(number)) {
                all.add(new Added(indexed.movie(number), indexed.vector(number)));
            }
        }
        all.sort(Comparator.comparingLong(each -> each.movie.movieId()));
        return IndexedMovies.of(all.stream().map(Added::movie).toList(),
                FeatureMatrix.of(all.stream().map(Added::vector).toList(), columns));
    }

    /** Visits the movies with their vectors, by ascending id from the one behind {@code after} on. */
    void visit(IndexedMovies indexed, long after, RowVisitor visitor) {
        int number = indexed.firstAfter(after);
        int place = find(after);
        place = place < 0 ? -place - 1 : place + 1;
        boolean more = true;
        while (more && (number < indexed.size() || place < added.size())) {
            if (number < indexed.size() && isHidden(number)) {
                number++;
            } else if (place == added.size() || (number < indexed.size()
                    && indexed.ids().idOf(number) < added.get(place).movie().movieId())) {
                more = visitor.visit(indexed.ids().idOf(number), indexed.vector(number++));
            } else {
                Added next = added.get(place++);
                more = visitor.visit(next.movie().movieId(), next.vector());
            }
        }
    }

    /** How much there is to carry along. */
    int size() {
        return hiddenCount + added.size();
    }
}
