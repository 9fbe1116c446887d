package dev.marquee.similarity.index;

import dev.marquee.common.rank.Scored;
import dev.marquee.common.rank.TopK;
import dev.marquee.similarity.features.SparseVector;
import dev.marquee.similarity.index.Explanation.ProfileShare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The vectors of a profile's movies by column, each times its movie's weight, so that what every movie of the profile
 * adds to the score of another movie is found by looking at that one's columns only. Immutable, thread-safe.
 */
final class ProfileParts {
    private final long[] ids;
    /** The columns that the profile has, ascending, and where the parts of each begin. */
    private final int[] columns;
    private final int[] starts;
    private final int[] places;
    private final double[] parts;

    private ProfileParts(long[] ids, int[] columns, int[] starts) {
        this.ids = ids;
        this.columns = columns;
        this.starts = starts;
        this.places = new int[starts[columns.length]];
        this.parts = new double[starts[columns.length]];
    }

    /**
     * @param movies the profile; a movie that is named twice counts with the sum of its weights
     * @param vectors one for each of them
     * @param columns how many columns there are
     */
    static ProfileParts of(List<WeightedMovie> movies, List<SparseVector> vectors, int columns) {
        return ColumnMemory.pool().use(memory -> of(movies, vectors, memory.counts(columns)));
    }

    private static ProfileParts of(List<WeightedMovie> movies, List<SparseVector> vectors, int[] counts) {
        int different = 0;
        for (SparseVector vector : vectors) {
            for (int i = 0; i < vector.size(); i++) {
                different += counts[vector.column(i)]++ == 0 ? 1 : 0;
            }
        }
        int[] columns = new int[different];
        int[] starts = new int[different + 1];
        int next = 0;
        for (int c = 0; next < different; c++) {
            if (counts[c] > 0) {
                columns[next] = c;
                starts[next + 1] = starts[next] + counts[c];
                counts[c] = starts[next++];
            }
        }
        ProfileParts all = new ProfileParts(Profile.ids(movies), columns, starts);
        all.fill(movies, vectors, counts);
        for (int column : columns) {
            counts[column] = 0;
        }
        return all;
    }

    /** @param next where the next part of each column belongs */
    private void fill(List<WeightedMovie> movies, List<SparseVector> vectors, int[] next) {
        for (int m = 0; m < vectors.size(); m++) {
            int place = Arrays.binarySearch(ids, movies.get(m).movieId());
            SparseVector vector = vectors.get(m);
            for (int i = 0; i < vector.size(); i++) {
                int at = next[vector.column(i)]++;
                places[at] = place;
                parts[at] = (double) movies.get(m).weight() * vector.value(i);
            }
        }
    }

    /**
     * Which movies of the profile have the largest parts in a product, and how large they are.
     *
     * @param whole what the parts are taken of
     * @param most how many movies at most
     * @return largest share first, equal ones by ascending id; none that is 0
     */
    List<ProfileShare> shares(SparseVector vector, double whole, int most) {
        double[] sums = new double[ids.length];
        for (int i = 0; i < vector.size(); i++) {
            int column = Arrays.binarySearch(columns, vector.column(i));
            for (int at = column < 0 ? 0 : starts[column]; column >= 0 && at < starts[column + 1]; at++) {
                sums[places[at]] += parts[at] * vector.value(i);
            }
        }
        TopK best = new TopK(Math.min(most, ids.length));
        for (int place = 0; place < ids.length; place++) {
            if (sums[place] != 0) {
                best.offer(place, (float) (sums[place] / whole));
            }
        }
        List<ProfileShare> shares = new ArrayList<>(best.size());
        for (Scored part : best.drain()) {
            shares.add(new ProfileShare(ids[part.index()], part.score()));
        }
        return shares;
    }
}
