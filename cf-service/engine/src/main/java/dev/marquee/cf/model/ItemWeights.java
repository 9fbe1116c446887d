package dev.marquee.cf.model;

import java.util.Arrays;

/**
 * Which movies speak for which others: a sparse matrix over the movies that were rated most, the head. They have places
 * in it, by ascending index. Immutable, thread-safe.
 */
public final class ItemWeights {
    private final int[] movies;
    private final int[] starts;
    private final int[] columns;
    private final float[] values;
    private final int[] places;

    /**
     * Takes the arrays over without a copy; the caller must not keep them.
     *
     * @param all how many movies the model has
     * @param movies indexes of the head, ascending
     * @param starts one more than movies: where the entries of a row begin
     * @param columns the place of the movie that is spoken for
     * @param values as many as columns
     */
    public ItemWeights(int all, int[] movies, int[] starts, int[] columns, float[] values) {
        if (starts.length != movies.length + 1 || columns.length != values.length
                || starts[movies.length] != columns.length) {
            throw new IllegalArgumentException("Sizes do not fit: " + movies.length + " movies, " + starts.length
                    + " starts, " + columns.length + " columns, " + values.length + " values");
        }
        this.movies = movies;
        this.starts = starts;
        this.columns = columns;
        this.values = values;
        this.places = new int[all];
        Arrays.fill(places, -1);
        for (int place = 0; place < movies.length; place++) {
            places[movies[place]] = place;
        }
    }

    /** How many movies the head has. */
    public int size() {
        return movies.length;
    }

    /** How many weights there are. */
    public int entries() {
        return columns.length;
    }

    /** The index of the movie at a place. */
    public int movie(int place) {
        return movies[place];
    }

    /** The place of a movie; -1 where it is not in the head. */
    public int place(int movie) {
        return places[movie];
    }

    /** Adds what the movie at a place says for others, times two numbers, to two sums by place. */
    public void add(int place, float first, float[] firstSums, float second, float[] secondSums) {
        for (int entry = starts[place]; entry < starts[place + 1]; entry++) {
            firstSums[columns[entry]] += first * values[entry];
            secondSums[columns[entry]] += second * values[entry];
        }
    }

    int[] movies() {
        return movies.clone();
    }

    int[] starts() {
        return starts.clone();
    }

    int[] columns() {
        return columns.clone();
    }

    float[] values() {
        return values.clone();
    }

    boolean finite() {
        return FactorModel.finite(values);
    }
}
