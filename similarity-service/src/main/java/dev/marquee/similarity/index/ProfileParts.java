package dev.marquee.similarity.index;

import dev.marquee.common.rank.Scored;
import dev.marquee.common.rank.TopK;
import dev.marquee.similarity.features.SparseVector;
import dev.marquee.similarity.index.Explanation.ProfileShare;
import java.util.Arrays;
import java.util.List;

/**
 * The vectors of a profile's movies by column, each times its movie's weight, so that what every movie of the profile adds to
 * the score of another movie is found by looking at that one's columns only. Immutable, thread-safe.
 */
final class ProfileParts {
    private final long[] ids;
    private final int[] starts;
    private final int[] places;
    private final double[] parts;

    private ProfileParts(long[] ids, int[] starts, int[] places, double[] parts) {
        this.ids = ids;
        this.starts = starts;
        this.places = places;
        this.parts = parts;
    }

    /**
     * @param movies the profile; a movie that is named twice counts with the sum of its weights
     * @param vectors one for each of them
     * @param columns how many columns there are
     */
    static ProfileParts of(List<WeightedMovie> movies, List<SparseVector> vectors, int columns) {
        long[] ids = movies.stream().mapToLong(WeightedMovie::movieId).sorted().distinct().toArray();
        int[] starts = new int[columns + 1];
        for (SparseVector vector : vectors) {
            for (int i = 0; i < vector.size(); i++) {
                starts[vector.column(i) + 1]++;
            }
        }
        for (int c = 0; c < columns; c++) {
            starts[c + 1] += starts[c];
        }
        ProfileParts all = new ProfileParts(ids, starts, new int[starts[columns]], new double[starts[columns]]);
        all.fill(movies, vectors);
        return all;
    }

    private void fill(List<WeightedMovie> movies, List<SparseVector> vectors) {
        int[] next = starts.clone();
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
            for (int at = starts[vector.column(i)]; at < starts[vector.column(i) + 1]; at++) {
                sums[places[at]] += parts[at] * vector.value(i);
            }
        }
        TopK best = new TopK(Math.min(most, ids.length));
        for (int place = 0; place < ids.length; place++) {
            if (sums[place] != 0) {
                best.offer(place, (float) (sums[place] / whole));
            }
        }
        return best.drain().stream().map((Scored part) -> new ProfileShare(ids[part.index()], part.score())).toList();
    }
}
