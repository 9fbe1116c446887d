package dev.marquee.cf.train.lists;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.ItemWeights;
import dev.marquee.cf.train.support.Confidence;
import dev.marquee.cf.train.support.RowQueue;
import dev.marquee.cf.train.support.Workers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What rated movies say for others: the linear regression of each movie's ratings on those of all others, in closed
 * form (Steck 2019, "Embarrassingly shallow autoencoders for sparse data"), of ratings as shares s of the best,
 *
 * <pre>min Σ_u 1/√n_u |s_u - s_u B|² + λ |B|², B without a diagonal</pre>
 *
 * for the movies that were rated most; so those with a thousand ratings have not a hundred times the say of those with
 * ten. Of each movie's row the largest weights are kept. Stateless, thread-safe.
 */
final class ItemRegression {
    private ItemRegression() {}

    /**
     * @param notes is told where rounding left no solution
     * @return without any weights then
     */
    static ItemWeights of(RatingMatrix train, ListsOptions options, Workers workers, Consumer<String> notes) {
        int[] head = head(train, options.items());
        int[] places = new int[train.movies().size()];
        Arrays.fill(places, -1);
        for (int place = 0; place < head.length; place++) {
            places[head[place]] = place;
        }
        float[] matrix = gram(train, head, places, workers);
        for (int place = 0; place < head.length; place++) {
            matrix[place * head.length + place] += (float) options.itemRegularization();
        }
        boolean solved = solve(matrix, head.length, options, workers, notes);
        return new SparseRows(matrix, head.length, solved ? options.itemWeights() : 0)
                .of(train.movies().size(), head, workers);
    }

    /** Replaces the matrix by its inverse, or tells that there is none. */
    static boolean solve(float[] matrix, int size, ListsOptions options, Workers workers, Consumer<String> notes) {
        boolean solved = Inverse.invert(matrix, size, workers);
        if (!solved) {
            notes.accept("Movies say nothing for others in these lists: with itemRegularization "
                    + options.itemRegularization() + ", rounding left no solution. Try more, such as the default of "
                    + ListsOptions.DEFAULTS.itemRegularization() + ".");
        }
        return solved;
    }

    /** The movies with the most ratings, of those that have one, by ascending index. */
    private static int[] head(RatingMatrix train, int most) {
        Csr byMovie = train.byMovie();
        return IntStream.range(0, byMovie.rows()).filter(movie -> byMovie.length(movie) > 0).boxed()
                .sorted(Comparator.comparingInt((Integer movie) -> -byMovie.length(movie))).limit(most)
                .mapToInt(Integer::intValue).sorted().toArray();
    }

    /** The lower triangle of Σ_u s sᵀ / √n_u. */
    private static float[] gram(RatingMatrix train, int[] head, int[] places, Workers workers) {
        Confidence share = new Confidence(train.minRating(), train.maxRating(), 1);
        Csr byUser = train.byUser();
        Csr byMovie = train.byMovie();
        float[] matrix = new float[Math.multiplyExact(head.length, head.length)];
        new RowQueue(byMovie).forEach(workers, () -> movie -> {
            int row = places[movie] * head.length;
            for (int position = byMovie.start(movie); row >= 0 && position < byMovie.end(movie); position++) {
                workers.checkCancelled();
                int user = byMovie.index(position);
                float weight = (float) (share.of(byMovie.value(position)) / Math.sqrt(byUser.length(user)));
                for (int other = byUser.start(user); other < byUser.end(user)
                        && byUser.index(other) <= movie; other++) {
                    int place = places[byUser.index(other)];
                    if (place >= 0) {
                        matrix[row + place] += weight * share.of(byUser.value(other));
                    }
                }
            }
        });
        return matrix;
    }
}
